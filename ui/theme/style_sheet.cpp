// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

#include "ui/theme/theme.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace hb::theme {

namespace {

// Fields have no colour of text here: one would make their placeholder half as dark (the palette has both).
// @name is a colour, @mode light or dark, @@n a size in pixels of the theme, @@f-n a font size of the type
// scale.
constexpr auto sheet = uR"(
QToolTip { background: @raised; color: @ink; border: 1px solid @line; padding: @@4px @@8px; }
QMenu { background: @raised; color: @ink; border: 1px solid @line; padding: @@4px; }
QMenu::item { padding: @@6px @@24px @@6px @@12px; border-radius: @@4px; }
QMenu::icon { padding-left: @@8px; }
QMenu::item:selected { background: @accentTint; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: @@4px @@8px; }
QMenuBar { background: @canvas; color: @ink; }
QMenuBar::item { padding: @@6px @@8px; background: transparent; border-radius: @@4px; }
QMenuBar::item:selected { background: @accentTint; }

QPushButton { min-height: @@30px; padding: 0 @@12px; border: 1px solid @controlEdge; border-radius: @@6px;
    background: @surface; color: @ink; outline: 0; }
QPushButton:hover, QToolButton:hover { background: @accentTint; }
QPushButton:checked, QToolButton:checked { background: @accentTint; border-color: @accent; color: @ink; }
QPushButton:pressed, QToolButton:pressed { border-color: @accent; }
QPushButton:disabled, QToolButton:disabled { color: @muted; border-color: @line; background: transparent; }
QPushButton[hbButton="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[hbButton="primary"]:hover { border-color: @ink; }
QPushButton[hbButton="primary"]:disabled { background: @line; color: @muted; border-color: @line; }
QPushButton[hbButton="flat"] { border-color: transparent; background: transparent; padding: 0 @@8px; }
QPushButton[hbButton="flat"]:hover { background: @accentTint; }
QPushButton[hbButton="link"] { border-color: transparent; background: transparent; color: @accent; padding: 0 @@4px; }
QPushButton[hbButton="rowLink"] { min-height: @@26px; border-color: transparent; background: transparent; color: @accent;
    padding: 0 @@4px; }
QPushButton[hbButton="link"]:hover, QPushButton[hbButton="rowLink"]:hover { background: @accentTint; }
QPushButton[hbButton="small"] { min-height: @@26px; padding: 0 @@8px; font-size: @@f-12px; }
QPushButton[hbButton="chip"] { border-radius: @@15px; padding: 0 @@12px; border-color: @line; }
QPushButton[hbButton="chip"]:hover { border-color: @controlEdge; }
QPushButton[hbButton="chip"]:checked { border-color: @accent; }
QPushButton[hbButton="pill"] { min-height: @@26px; border-radius: @@13px; padding: 0 @@10px; background: @accentTint;
    border-color: @accentTint; }
QPushButton[hbButton="pill"]:hover { border-color: @accent; }
QPushButton[hbButton="section"] { border-color: transparent; background: transparent; text-align: left; padding: 0 @@4px;
    font-weight: 600; }
QPushButton[hbButton="section"]:hover { background: @accentTint; }
QPushButton[hbButton="segment"] { min-height: @@26px; padding: 0 @@8px; border-color: transparent; background: transparent;
    color: @muted; font-size: @@f-12px; }
QPushButton[hbButton="segment"]:hover { background: @accentTint; }
QPushButton[hbButton="segment"]:checked { background: @accentTint; color: @ink; border-color: transparent; }
QToolButton { border: 1px solid transparent; border-radius: @@6px; background: transparent; color: @ink;
    padding: @@3px; min-width: @@18px; min-height: @@18px; }
QToolButton:disabled { border-color: transparent; }
QLineEdit > QToolButton { padding: 0; min-width: 0; min-height: 0; border: 0; background: transparent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[hbButton="search"] { text-align: left; color: @muted; border-color: @line; }

QLineEdit { min-height: @@30px; padding: 0 @@8px; border: 1px solid @controlEdge; border-radius: @@6px;
    background: @surface; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit, QTextEdit { padding: @@4px; border: 1px solid @controlEdge; border-radius: @@6px; background: @surface;
    selection-background-color: @accent; selection-color: @onAccent; }
QTextEdit[hbWords="true"] { padding: 0; border: none; background: transparent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: @accent; }
QLineEdit[hbFault="true"] { border: 2px solid @ink; min-height: @@28px; }
QLineEdit:disabled, QComboBox:disabled { color: @muted; border-color: @line; }
QLineEdit[hbPlain="true"] { border-color: transparent; background: transparent; font-weight: 600; padding: 0 @@4px; }
QLineEdit[hbPlain="true"]:hover { border-color: @line; }
QLineEdit[hbPlain="true"]:focus { border-color: @accent; }
QPushButton[hbHead="true"] { font-size: @@f-18px; font-weight: 600; }
QComboBox { min-height: @@30px; padding: 0 @@8px; border: 1px solid @controlEdge; border-radius: @@6px;
    background: @surface; color: @ink; }
QComboBox:hover { background: @accentTint; }
QComboBox:focus { border-color: @accent; }
QComboBox::drop-down { border: none; width: @@24px; }
QComboBox::down-arrow { image: url(:/icons/control-down-@mode.svg); width: @@14px; height: @@14px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; padding: @@4px; }
QSpinBox, QDoubleSpinBox { min-height: @@24px; }
QDateEdit { min-height: @@26px; min-width: @@104px; padding: 0 @@8px; border: 1px solid @controlEdge; border-radius: @@6px; background: @surface;
    color: @ink; selection-background-color: @accent; selection-color: @onAccent; }
QDateEdit::drop-down { border: none; width: @@24px; }
QDateEdit::down-arrow { image: url(:/icons/control-down-@mode.svg); width: @@14px; height: @@14px; }
QDateEdit:focus { border-color: @accent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface; }
QCalendarWidget QAbstractItemView { background: @surface; selection-background-color: @accent;
    selection-color: @onAccent; }
QCheckBox, QRadioButton { min-height: @@24px; spacing: @@8px; }
QCheckBox::indicator { width: @@14px; height: @@14px; border: 1px solid @controlEdge; border-radius: @@3px;
    background: @surface; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/control-tick-@mode.svg); }
QRadioButton::indicator { width: @@14px; height: @@14px; border: 1px solid @controlEdge; border-radius: @@7px;
    background: @surface; }
QRadioButton::indicator:checked { width: @@6px; height: @@6px; border: @@5px solid @accent; }

QAbstractItemView { background: @surface; border: none; color: @ink; outline: 0; selection-background-color: @accentTint;
    selection-color: @ink; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line; padding: 0 @@8px;
    min-height: @@27px; font-size: @@f-12px; }
QTableView { gridline-color: @line; }
QTableView[hbTable="words"]::item { border: none; padding: 0 @@8px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#hbScrolled { background: transparent; }
QScrollBar:vertical { background: transparent; width: @@12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @@12px; margin: 0; }
QScrollBar::handle { background: @controlEdge; border-radius: @@3px; margin: @@3px; }
QScrollBar::handle:vertical { min-height: @@32px; }
QScrollBar::handle:horizontal { min-width: @@32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::handle:disabled { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent;
    border: none; width: 0; height: 0; }
QProgressBar { border: none; background: @line; border-radius: @@3px; max-height: @@6px; min-height: @@6px; }
QProgressBar::chunk { background: @accent; border-radius: @@3px; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent;
    padding: @@6px @@12px; }
QTabBar::tab:selected { color: @ink; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @ink; }
QStatusBar::item { border: none; }
QSplitter::handle { background: @line; }

QFrame[hbCard="true"] { background: @surface; border: 1px solid @line; border-radius: @@8px; }
QFrame[hbCard="true"][hbDrop="true"] { border: 2px dashed @controlEdge; }
QFrame[hbPopup="true"] { background: @raised; border: 1px solid @line; border-radius: @@8px; }
QWidget[hbSurface="canvas"] { background: @canvas; }
QWidget[hbSurface="surface"] { background: @surface; }
QWidget[hbSurface="accentTint"] { background: @accentTint; }
QWidget[hbSurface="accent"] { background: @accent; }
QFrame[hbLine="true"] { background: @line; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[hbText="hero"] { font-size: @@f-28px; font-weight: 600; }
QLabel[hbText="heroMuted"] { font-size: @@f-28px; font-weight: 600; color: @muted; }
QLabel[hbText="pageTitle"] { font-size: @@f-18px; font-weight: 600; }
QLabel[hbText="cardTitle"] { font-size: @@f-13px; font-weight: 600; }
QLabel[hbText="muted"] { color: @muted; }
QLabel[hbText="secondary"] { font-size: @@f-12px; color: @muted; }
QLabel[hbText="caption"] { font-size: @@f-11px; }
QLabel[hbText="count"] { font-size: @@f-11px; font-weight: 600; color: @onAccent; background: @accent;
    border-radius: @@8px; padding: 0 @@4px; }
QLabel[hbText="captionMuted"] { font-size: @@f-11px; color: @muted; }
)";

QString valueOf(const Tokens& tokens, QStringView name) {
    if (name == u"mode") {
        return tokens.isDark ? u"dark"_s : u"light"_s;
    }
    const QHash<QString, QColor> colours{{u"canvas"_s, tokens.canvas},
                                         {u"surface"_s, tokens.surface},
                                         {u"raised"_s, tokens.raised},
                                         {u"ink"_s, tokens.ink},
                                         {u"muted"_s, tokens.muted},
                                         {u"line"_s, tokens.line},
                                         {u"controlEdge"_s, tokens.controlEdge},
                                         {u"accent"_s, tokens.accent},
                                         {u"onAccent"_s, tokens.onAccent},
                                         {u"accentTint"_s, tokens.accentTint}};
    return colours.value(name.toString()).name();
}

qsizetype wordEnd(const QString& text, qsizetype from, bool (*belongs)(QChar)) {
    while (from < text.size() && belongs(text[from])) {
        ++from;
    }
    return from;
}

bool isDigit(QChar character) {
    return character.isDigit();
}

bool isLetter(QChar character) {
    return character.isLetter();
}

} // namespace

QString styleSheet(const Theme& theme) {
    const QString source = QString::fromUtf16(sheet);
    QString result;
    result.reserve(source.size() * 2);
    for (qsizetype at = 0; at < source.size();) {
        const QStringView rest = QStringView(source).mid(at);
        if (rest.startsWith(u"@@f-")) {
            const qsizetype end = wordEnd(source, at + 4, isDigit);
            result += QString::number(
                theme.font(QStringView(source).mid(at + 4, end - at - 4).toInt()).pixelSize());
            at = end;
        } else if (rest.startsWith(u"@@")) {
            const qsizetype end = wordEnd(source, at + 2, isDigit);
            result += QString::number(theme.px(QStringView(source).mid(at + 2, end - at - 2).toInt()));
            at = end;
        } else if (rest.startsWith(u'@')) {
            const qsizetype end = wordEnd(source, at + 1, isLetter);
            result += valueOf(theme.tokens(), QStringView(source).mid(at + 1, end - at - 1));
            at = end;
        } else {
            result += source[at++];
        }
    }
    return result;
}

QPalette palette(const Theme& theme) {
    const Tokens& tokens = theme.tokens();
    QPalette result;
    const auto set = [&result](QPalette::ColorRole role, const QColor& colour) {
        result.setColor(role, colour);
    };
    set(QPalette::Window, tokens.canvas);
    set(QPalette::WindowText, tokens.ink);
    set(QPalette::Base, tokens.surface);
    set(QPalette::AlternateBase, tokens.canvas);
    set(QPalette::Text, tokens.ink);
    set(QPalette::Button, tokens.surface);
    set(QPalette::ButtonText, tokens.ink);
    set(QPalette::BrightText, tokens.ink);
    set(QPalette::Highlight, tokens.accent);
    set(QPalette::HighlightedText, tokens.onAccent);
    set(QPalette::ToolTipBase, tokens.raised);
    set(QPalette::ToolTipText, tokens.ink);
    set(QPalette::PlaceholderText, tokens.muted);
    set(QPalette::Link, tokens.accent);
    set(QPalette::LinkVisited, tokens.accent);
    set(QPalette::Light, tokens.raised);
    set(QPalette::Midlight, tokens.line);
    set(QPalette::Mid, tokens.line);
    set(QPalette::Dark, tokens.controlEdge);
    set(QPalette::Shadow, tokens.controlEdge);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        result.setColor(QPalette::Disabled, role, tokens.muted);
    }
    return result;
}

} // namespace hb::theme
