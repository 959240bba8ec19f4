// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompts.h"
#include "ui/prompts/who_dialog.h"

namespace hb::prompts {

template <typename T>
std::optional<T> ScriptedPrompts::next(const QString& question) {
    asked.append(question);
    if (m_answers.empty() || !std::holds_alternative<T>(m_answers.front())) {
        return {};
    }
    T answer = std::get<T>(m_answers.front());
    m_answers.pop_front();
    return answer;
}

bool ScriptedPrompts::confirm(QWidget* /*parent*/,
                              const QString& question,
                              const QString& /*explanation*/,
                              const QString& /*yes*/) {
    return next<bool>(question).value_or(false);
}

std::optional<int> ScriptedPrompts::choose(QWidget* /*parent*/,
                                           const QString& question,
                                           const QString& /*explanation*/,
                                           const QStringList& /*choices*/) {
    return next<int>(question);
}

std::optional<QString>
ScriptedPrompts::askText(QWidget* /*parent*/, const QString& question, const QString& /*value*/) {
    return next<QString>(question);
}

QStringList ScriptedPrompts::openFiles(QWidget* /*parent*/,
                                       const QString& title,
                                       const QString& /*filters*/,
                                       bool /*several*/) {
    return next<QStringList>(title).value_or(QStringList());
}

std::optional<QString> ScriptedPrompts::saveFile(QWidget* /*parent*/,
                                                 const QString& title,
                                                 const QString& proposal,
                                                 const QString& /*filters*/) {
    proposed.append(proposal);
    return next<QString>(title);
}

void ScriptedPrompts::show(QWidget* /*parent*/, const QString& title, const QString& /*html*/) {
    asked.append(title);
}

std::optional<settings::Who> ScriptedPrompts::askWho(QWidget* /*parent*/, const WhoQuestion& /*question*/) {
    return next<settings::Who>(WhoDialog::title());
}

} // namespace hb::prompts
