// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/wall_preview.h"

#include "ui/models/accounts_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/tile_delegate.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace hb::pages {

namespace {

constexpr int mostRows = 3;

/// The accounts without the heads of their sections.
class Tiles : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        return !sourceModel()->index(row, 0, parent).data(models::AccountsModel::IsSectionRole).toBool();
    }
};

} // namespace

WallPreview::WallPreview(const shell::Context& context, QWidget* parent)
    : QWidget(parent), m_theme(context.theme), m_settings(std::make_unique<settings::MemoryStore>()),
      m_session(context.jobs, m_settings, context.session.today()), m_tiles(new Tiles(this)),
      m_delegate(new widgets::TileDelegate(context.theme, this)), m_wall(new QListView(this)) {
    m_wall->setObjectName(QStringLiteral("wallPreview"));
    m_wall->setAccessibleName(tr("Accounts as the book would show them"));
    m_wall->setItemDelegate(m_delegate);
    m_wall->setFlow(QListView::LeftToRight);
    m_wall->setWrapping(true);
    m_wall->setResizeMode(QListView::Adjust);
    m_wall->setUniformItemSizes(true);
    m_wall->setSelectionMode(QAbstractItemView::NoSelection);
    m_wall->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_wall->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_wall->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_wall->setFrameShape(QFrame::NoFrame);
    m_wall->viewport()->installEventFilter(this);
    m_wall->setModel(m_tiles);
    theme::setStyleProperty(m_wall, "hbSurface", QStringLiteral("canvas"));
    QLabel* title = widgets::makeLabel("cardTitle", this);
    title->setText(tr("What you would see first"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, m_theme.px(theme::space::s), 0, 0);
    column->setSpacing(m_theme.px(theme::space::m));
    column->addWidget(title);
    column->addWidget(m_wall);
    connect(&m_theme, &theme::Theme::changed, this, &WallPreview::fit);
    hide();
}

WallPreview::~WallPreview() = default;

void WallPreview::showTrial(const book::TrialBook* trial) {
    const bool any = trial && trial->accountCount > 0;
    setVisible(any);
    m_tiles->setSourceModel(nullptr);
    delete std::exchange(m_model, nullptr);
    if (!any) {
        m_session.close(); // lets go of the snapshot
        return;
    }
    m_session.showSnapshot(trial->snapshot);
    m_model = new models::AccountsModel(m_session, this);
    m_model->setFoldedSections({});
    m_tiles->setSourceModel(m_model);
    connect(
        m_model, &models::AccountsModel::arranged, this, &WallPreview::fit); // a large trial is scored later
    m_wall->scrollToTop();
    fit();
}

bool WallPreview::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        fit();
    }
    return QWidget::eventFilter(watched, event);
}

void WallPreview::fit() {
    const int width = m_wall->viewport()->width() - 1;
    const int lastGap = m_theme.px(theme::space::tileGap);
    const QSize cell = widgets::tileCellSize(widgets::TileSize::Medium, width - 1 - lastGap, m_theme);
    m_delegate->setTileSize(widgets::TileSize::Medium);
    m_delegate->setCellSize(cell);
    const int columns = std::max(1, width / std::max(1, cell.width()));
    const int rows = (m_tiles->rowCount() + columns - 1) / columns;
    m_wall->setVerticalScrollBarPolicy(rows > mostRows ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    m_wall->setFixedHeight(cell.height() * std::clamp(rows, 1, mostRows));
    m_wall->doItemsLayout();
}

} // namespace hb::pages
