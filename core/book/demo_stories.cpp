// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/demo_stories.h"

#include <algorithm>

namespace hb::book {

namespace {

constexpr std::array stories{
    DemoStoryRow{DemoStory::SupportStorm, 11, "C1012", "Harbour & Vale Logistics"},
    DemoStoryRow{DemoStory::SupportStorm, 64, "C1065", "Quillmark Payments"},
    DemoStoryRow{DemoStory::ChampionLost, 23, "C1024", "Northlight Mutual Insurance"},
    DemoStoryRow{DemoStory::SlowSlide, 37, "C1038", "Tesserin Pharma Distribution"},
    DemoStoryRow{DemoStory::LeftAloneRed, 52, "C1053", "Ashmere Dairy Cooperative"},
    DemoStoryRow{DemoStory::Expanded, 5, "C1006", "Lumen & Oak Furniture"},
    DemoStoryRow{DemoStory::Expanded, 78, "C1079", "Sundermoor Wind Energy"},
    DemoStoryRow{DemoStory::Expanded, 133, "C1134", "Pellmarch Dental Clinics"},
    DemoStoryRow{DemoStory::ReadyToGrow, 96, "C1097", "Verrano Foods"},
    DemoStoryRow{DemoStory::ReadyToGrow, 142, "C1143", "Oakhaven Learning"},
    DemoStoryRow{DemoStory::Overridden, 110, "C1111", "Dellbrook Civil Engineering"},
    DemoStoryRow{DemoStory::NewWithoutData, 196, "C1197", "Wrenfold Architects"},
    DemoStoryRow{DemoStory::NewWithoutData, 197, "C1198", "Zephyrine Airships"},
    DemoStoryRow{DemoStory::NewWithoutData, 198, "C1199", "Yarrowgate Hotels"},
    DemoStoryRow{DemoStory::NewWithoutData, 199, "C1200", "Marlow & Finch Legal"},
};

} // namespace

std::span<const DemoStoryRow> demoStories() {
    return stories;
}

std::optional<DemoStory> demoStoryOf(std::size_t account) {
    const auto found = std::ranges::find(stories, account, &DemoStoryRow::account);
    return found == stories.end() ? std::nullopt : std::optional(found->story);
}

} // namespace hb::book
