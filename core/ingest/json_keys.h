// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace hb::ingest {

/// The step of a JSON path that a key is: `/key`, with `~` and `/` escaped.
[[nodiscard]] QString jsonStep(const QString& key);

/// The paths of the keys that stand more than once in their object; QJsonDocument keeps the last of them and
/// says nothing. `json` is a text that QJsonDocument has read.
[[nodiscard]] QStringList keysThereTwice(const QByteArray& json);

} // namespace hb::ingest
