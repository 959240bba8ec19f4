// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/widgets/keyboard.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace hb;
using namespace Qt::StringLiterals;

TEST_CASE("orderTabs: what was made later is reached where it stands") {
    QWidget window;
    QPushButton before(&window), next(&window), after(&window);
    QWidget second(&window), first(&window); // made in the other order
    QPushButton secondTick(&second);
    QLineEdit firstField(&first);
    QPushButton firstMore(&first);
    const auto chain = [&] {
        std::vector<const QWidget*> stops;
        for (QWidget* at = before.nextInFocusChain(); at != &before; at = at->nextInFocusChain()) {
            if (at->focusPolicy() != Qt::NoFocus) {
                stops.push_back(at);
            }
        }
        return stops;
    };
    const std::vector<const QWidget*> asTheyStand{&firstField, &firstMore, &secondTick, &next, &after};
    widgets::orderTabs({&first, &second}, &next);
    CHECK(chain() == asTheyStand);
    widgets::orderTabs({&first, &second}, &next);
    CHECK(chain() == asTheyStand);
    widgets::orderTabs({&second, &first}, &next);
    CHECK(chain() == std::vector<const QWidget*>{&secondTick, &firstField, &firstMore, &next, &after});
    widgets::orderTabs({}, &next);
    CHECK(chain().size() == 5);
}
