// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/compare_part.h"

class QHBoxLayout;
class QPushButton;

class QLabel;
class QMenu;

namespace hb::pages {

class DaysPopup;
class ValuesPopup;

/// What is compared, as pills: whose accounts, the period, one or two attributes, and what shares are counted
/// in.
class QuestionLine : public QWidget {
    Q_OBJECT
public:
    QuestionLine(const shell::Context& context, QWidget* parent);
    /// `moment` is the one whose attributes can be chosen.
    void showQuestion(const std::shared_ptr<const session::Moment>& moment, const CompareQuestion& question);
    /// Until the next question: the moment is kept alive by it.
    void forget() { m_moment.reset(); }
    /// A switch that changes nothing is not shown.
    void setHasArr(bool has);
    void openScopes();
    void openPeriods();
    void openTwoDays();
    void openAttributes();

Q_SIGNALS:
    void viewsRequested(QWidget* button);
    void asked(const hb::pages::CompareQuestion& question);

private:
    QPushButton* addPill(QHBoxLayout& row, const char* name, const QString& description);
    QPushButton* addSwitch(QHBoxLayout& row, const char* name, const QString& text, CountBy countBy);
    void openSecondAttributes();
    void addValues(QMenu& menu, const QString& key);
    void openValues(const QString& key);
    void askAmong(const std::optional<session::AttributeTest>& among);
    void askPeriod(analytics::PeriodKind kind);
    void askBy(const QStringList& by);

    shell::Context m_context;
    std::shared_ptr<const session::Moment> m_moment;
    CompareQuestion m_question;
    QPushButton* m_scope;
    QPushButton* m_period;
    QLabel* m_days;
    QPushButton* m_by;
    QPushButton* m_and;
    QPushButton* m_count;
    QPushButton* m_arr;
    DaysPopup* m_twoDays;
    ValuesPopup* m_values;
};

} // namespace hb::pages
