// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "ui/pages/account/attribute_row.h"
#include "ui/pages/account/drafts.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QPushButton;

namespace hb::pages {

/// What the book knows of the account beside its numbers, on the as-of day, two columns; each edited in its
/// place, and a new one added by its name.
class AttributesCard : public widgets::Card {
    Q_OBJECT

public:
    AttributesCard(const theme::Theme& theme, QWidget* parent = nullptr);
    /// What is half typed waits for the return of its account.
    void setAccount(const AccountAt& at);
    /// Another book: what was begun in the last one is of no account here.
    void forget();
    /// Leaves the field that is open; false where none is.
    bool leave();

Q_SIGNALS:
    void edited(const hb::pages::NamedEdit& edit);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] exchange::Table asTable() const;
    void fill();
    void keepDrafts();
    void showDrafts();
    [[nodiscard]] DraftPlace placeOf(const QString& key) const;
    [[nodiscard]] AttributeRow* rowOf(const QString& key) const;
    void addNamed();
    const theme::Theme& m_theme;
    std::optional<AccountAt> m_at;
    QString m_new;            ///< the key of one that was named and has no value yet
    Drafts<QString> m_drafts; ///< by key; without one the name of a new one
    QGridLayout* m_grid;
    std::vector<AttributeRow*> m_rows;
    QLineEdit* m_name;
    QPushButton* m_add;
};

} // namespace hb::pages
