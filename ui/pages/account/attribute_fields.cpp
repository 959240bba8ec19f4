// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/attribute_fields.h"

#include "core/model/known_attributes.h"
#include "core/wording/days.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/models/book_layout.h"
#include "ui/pages/account/typed_day.h"
#include "ui/theme/texts.h"
#include "ui/widgets/typed_number.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::array always{attribute::name,
                            attribute::owner,
                            attribute::segment,
                            attribute::arr,
                            attribute::currency,
                            attribute::renewalDate,
                            attribute::lifecycleStage,
                            attribute::status,
                            attribute::parentId};
constexpr std::size_t mostChoices = 2000;
constexpr double mostMoney = 1e12;

QString textOf(const AccountAt& at, std::string_view key, const QString& value) {
    if (key == attribute::renewalDate) {
        const auto day = parseIsoDay(value.toStdString());
        return day ? wording::dayText(*day, at.day()) : value;
    }
    if (key == attribute::arr) {
        const auto cents = at.snapshot().arrCents(at.account, at.day());
        return cents ? wording::fullMoney(*cents,
                                          wording::fromUtf8(at.snapshot().currencyOn(at.account, at.day())))
                     : value;
    }
    if (key == attribute::parentId && !value.isEmpty()) {
        const auto parent = at.snapshot().findAccount(value.toStdString());
        const QString name = parent ? wording::fromUtf8(at.snapshot().nameOn(*parent, at.day())) : QString();
        return name.isEmpty() || name == value ? value : Texts::tr("%1 (%2)").arg(name, value);
    }
    return value;
}

TypedAttribute typedMoney(const QString& text) {
    const std::optional<double> number = widgets::typedNumber(text);
    const double cents = number ? std::round(*number * 100) : 0;
    if (!number || std::abs(*number) > mostMoney || std::abs(*number * 100 - cents) > 1e-4) {
        return {.value = {}, .fault = Texts::tr("An amount with at most two decimals, as 120000.50.")};
    }
    return {.value = QString::fromStdString(centsToText(static_cast<std::int64_t>(cents))), .fault = {}};
}

TypedAttribute typedDate(const AccountAt& at, const QString& text) {
    const std::optional<Day> day = typedDay(text, at.today);
    if (!day) {
        return {.value = {}, .fault = Texts::tr("A day, as 2026-05-03 or 3 May 2026.")};
    }
    return {.value = QString::fromStdString(toIsoText(*day)), .fault = {}};
}

TypedAttribute typedParent(const AccountAt& at, const QString& text) {
    auto parent = at.snapshot().findAccount(text.toStdString());
    if (!parent) {
        return {.value = {}, .fault = Texts::tr("The id of an account of this book.")};
    }
    for (std::size_t steps = 0; parent && steps <= at.snapshot().accountCount(); ++steps) {
        if (*parent == at.account) {
            return {.value = {}, .fault = Texts::tr("An account that is not this one or below it.")};
        }
        parent = at.snapshot().findAccount(at.snapshot().attributeOn(*parent, attribute::parentId, at.day()));
    }
    return {.value = text, .fault = {}};
}

} // namespace

std::vector<AttributeFacts> attributeFacts(const AccountAt& at) {
    std::vector<AttributeFacts> facts;
    const auto add = [&](std::string_view key) {
        const QString value = wording::fromUtf8(at.snapshot().attributeOn(at.account, key, at.day()));
        facts.push_back({.key = wording::fromUtf8(key),
                         .title = models::attributeTitle(wording::fromUtf8(key)),
                         .value = value,
                         .text = textOf(at, key, value)});
    };
    const auto isListed = [&facts](std::string_view key) {
        return std::ranges::find(facts, wording::fromUtf8(key), &AttributeFacts::key) != facts.end();
    };
    std::ranges::for_each(always, add);
    for (const std::string_view key : attribute::known) {
        if (!isListed(key) && at.snapshot().findAttribute(key) != nullptr) {
            add(key);
        }
    }
    for (const AttributeColumn& column : *at.snapshot().attributes) {
        if (!isListed(column.key) && !column.values.empty()) {
            add(column.key);
        }
    }
    return facts;
}

QStringList attributeChoices(const AccountAt& at, const QString& key) {
    QStringList choices;
    const std::string wanted = key.toStdString();
    if (wanted == attribute::parentId) {
        for (const Account& account : *at.snapshot().accounts) {
            choices.append(wording::fromUtf8(account.key));
        }
        return choices;
    }
    const bool isFreeText =
        wanted == attribute::name || wanted == attribute::arr || wanted == attribute::renewalDate;
    if (!isFreeText) {
        choices = models::attributeValues(at.snapshot(), key, at.day());
        choices.removeAll(QString());
    }
    return choices.size() > static_cast<qsizetype>(mostChoices) ? QStringList() : choices;
}

TypedAttribute typedAttribute(const AccountAt& at, const QString& key, const QString& text) {
    const QString typed = text.trimmed();
    const std::string known = key.toStdString();
    if (typed.isEmpty()) {
        return known == attribute::name
                   ? TypedAttribute{.value = {}, .fault = Texts::tr("An account needs a name.")}
                   : TypedAttribute();
    }
    if (known == attribute::arr) {
        return typedMoney(typed);
    }
    if (known == attribute::renewalDate) {
        return typedDate(at, typed);
    }
    if (known == attribute::parentId) {
        return typedParent(at, typed);
    }
    if (known == attribute::currency) {
        const QString code = typed.toUpper();
        const bool isCode = code.size() == 3 && std::ranges::all_of(code, [](QChar letter) {
                                return letter >= u'A' && letter <= u'Z';
                            });
        return isCode ? TypedAttribute{.value = code, .fault = {}}
                      : TypedAttribute{.value = {}, .fault = Texts::tr("Three letters, as USD.")};
    }
    return {.value = typed, .fault = {}};
}

QString attributeKey(const QString& typed) {
    return typed.simplified().toLower().replace(u' ', u'_');
}

QString whyNotAttribute(const AccountAt& at) {
    return at.whyNotToday(Texts::tr("You are looking at a past day. Attributes are set today."));
}

NamedEdit attributeEdit(const AccountAt& at, const QString& key, const QString& value) {
    const QString title = models::attributeTitle(key);
    return {.edit = book::SetAttribute{.account = at.id(), .key = key, .from = at.today, .value = value},
            .text = value.isEmpty() ? Texts::tr("Cleared %1 of %2").arg(title, accountName(at))
                                    : Texts::tr("Set %1 of %2 to %3").arg(title, accountName(at), value)};
}

} // namespace hb::pages
