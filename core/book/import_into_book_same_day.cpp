// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book_same_day.h"

#include <algorithm>
#include <limits>

namespace hb::book {

namespace {

using ingest::SameDay;

/// The running value of a day, row by row.
class DayValue {
public:
    explicit DayValue(SameDay join) : m_join(join) {}

    double take(double value) {
        m_count += 1;
        m_sum += value;
        m_most = m_count > 1 ? std::max(m_most, value) : value;
        switch (m_join) {
        case SameDay::Last:
            return value;
        case SameDay::Sum:
            return finite(m_sum);
        case SameDay::Count:
            return m_count;
        case SameDay::Mean:
            return finite(m_sum / m_count);
        case SameDay::Max:
            break;
        }
        return m_most;
    }

private:
    /// Only a sum can leave the range of doubles; what is kept is always a number.
    static double finite(double value) {
        return std::clamp(value, std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max());
    }

    SameDay m_join;
    double m_count = 0;
    double m_sum = 0;
    double m_most = 0;
};

} // namespace

void joinSameDays(std::span<const RowBuffer::Row> rows,
                  std::span<const std::string_view> notes,
                  bool hasNotes,
                  SameDay join,
                  SeriesStated& stated) {
    stated.days.clear();
    stated.notes.clear();
    auto note = notes.begin();
    for (auto row = rows.begin(); row != rows.end();) {
        const auto noteOf = [&] { return row->isNoted() ? *note++ : std::string_view(); };
        DayValue joined(join);
        store::DayStated day{.day = row->day(), .first = joined.take(row->value)};
        store::NoteStated dayNote{day.day, noteOf(), {}};
        dayNote.last = dayNote.first;
        day.value = day.first;
        for (++row; row != rows.end() && row->day() == day.day; ++row) {
            const double value = joined.take(row->value);
            const std::string_view text = noteOf();
            ++(value != day.value || text != dayNote.last ? day.laterUpdates : day.laterUnchanged);
            day.value = value;
            dayNote.last = text;
        }
        stated.days.push_back(day);
        if (hasNotes) {
            stated.notes.push_back(dayNote);
        }
    }
}

} // namespace hb::book
