// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cmath>

namespace hb::cli {

namespace {

std::optional<std::int64_t> parseCount(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

constexpr const char* theBook = "\nThe book is --book FILE, else HEALTHBOOK of the environment.";

/// What CLI11 says of a value that does not read; an empty text is no complaint.
std::string complaint(bool isGood, const std::string& found, const std::string& expected) {
    return isGood ? std::string() : "\"" + found + "\" does not read; expected " + expected;
}

} // namespace

Argument Argument::required() {
    m_option->required();
    return *this;
}

Argument Argument::called(const std::string& placeholder) {
    m_option->type_name(placeholder);
    return *this;
}

Argument Argument::oneOf(const std::vector<std::string>& words) {
    m_option->check(CLI::IsMember(words));
    return *this;
}

Argument Argument::orEnvironment(const std::string& variable) {
    m_option->envname(variable);
    return *this;
}

Command Command::add(const std::string& name, const std::string& sentence, const std::string& example) {
    CLI::App& command = *m_app->add_subcommand(name, sentence);
    command.footer("Example:\n  healthbook-cli " + example + "\n\nGlobal options: healthbook-cli --help");
    return {command, *m_chosen};
}

void Command::teach(const std::string& text) {
    m_app->footer(text + "\n\n" + m_app->get_footer());
}

void Command::needsCommand() {
    m_app->require_subcommand(1); // also: later words that equal a command's name are arguments
    m_app->footer(m_app->get_footer() + theBook);
}

Command Command::exactlyOne(const std::string& title) {
    CLI::Option_group& group = *m_app->add_option_group(title);
    group.require_option(1);
    return {group, *m_chosen};
}

Argument Command::text(const std::string& name, QString& target, const std::string& help) {
    CLI::Option* option = m_app->add_option_function<std::string>(
        name, [&target](const std::string& text) { target = QString::fromStdString(text); }, help);
    option->type_name("TEXT");
    return Argument(option);
}

Argument Command::texts(const std::string& name, QStringList& target, const std::string& help) {
    CLI::Option* option = m_app->add_option_function<std::vector<std::string>>(
        name,
        [&target](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) {
                target.push_back(QString::fromStdString(text));
            }
        },
        help);
    option->type_name("");
    return Argument(option);
}

Argument Command::day(const std::string& name, std::optional<Day>& target, const std::string& help) {
    CLI::Option* option = m_app->add_option_function<std::string>(
        name, [&target](const std::string& text) { target = parseIsoDay(text); }, help);
    option->type_name("YYYY-MM-DD");
    option->check(
        [](const std::string& text) {
            return complaint(parseIsoDay(text).has_value(), text, "a day as YYYY-MM-DD, 1900 to 2199");
        },
        "");
    return Argument(option);
}

Argument Command::number(const std::string& name, double& target, const std::string& help) {
    CLI::Option* option = m_app->add_option_function<std::string>(
        name, [&target](const std::string& text) { target = parseNumber(text).value_or(0); }, help);
    option->type_name("NUMBER");
    option->check(
        [](const std::string& text) {
            return complaint(parseNumber(text).has_value(), text, "a number like 42.5");
        },
        "");
    return Argument(option);
}

Argument
Command::count(const std::string& name, std::int64_t& target, std::int64_t least, const std::string& help) {
    CLI::Option* option = m_app->add_option_function<std::string>(
        name, [&target](const std::string& text) { target = parseCount(text).value_or(0); }, help);
    option->type_name("N");
    option->check(
        [least](const std::string& text) {
            const std::optional<std::int64_t> count = parseCount(text);
            return complaint(
                count && *count >= least, text, "a whole number of at least " + std::to_string(least));
        },
        "");
    return Argument(option);
}

void Command::flag(const std::string& name, bool& target, const std::string& help) {
    m_app->add_flag(name, target, help);
}

void Command::onRun(Action action, Needs needs) {
    if (needs == Needs::Book) {
        m_app->footer(m_app->get_footer() + theBook);
    }
    m_app->callback([chosen = m_chosen, action = std::move(action), needs] {
        *chosen = {.action = action, .needs = needs};
    });
}

std::optional<double> parseNumber(std::string_view text) {
    std::string_view digits = text;
    if (!digits.empty() && (digits.front() == '+' || digits.front() == '-')) {
        digits.remove_prefix(1);
    }
    // from_chars also takes ".5", "5.", "inf" and "nan"; files do not.
    const std::size_t point = digits.find('.');
    if (digits.empty() || !isDigit(digits.front()) ||
        (point != std::string_view::npos && (point + 1 >= digits.size() || !isDigit(digits[point + 1])))) {
        return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return text.front() == '-' ? -value : value;
}

} // namespace hb::cli
