#include "training/scenes/table.h"

#include "training/scenes/classes/classes.h"

#include <array>

namespace lpd::scenes {

namespace {

constexpr std::array kTable{
    Entry{{"mountain sunset", "Mountain sunset"}, drawMountainSunset},
    Entry{{"sailboat", "Sailboat"}, drawSailboat},
    Entry{{"desert dunes", "Desert dunes"}, drawDesertDunes},
    Entry{{"aurora", "Aurora"}, drawAurora},
    Entry{{"city at night", "City at night"}, drawCityAtNight},
    Entry{{"pine forest", "Pine forest"}, drawPineForest},
    Entry{{"ringed planet", "Ringed planet"}, drawRingedPlanet},
    Entry{{"flower", "Flower"}, drawFlower},
    Entry{{"butterfly", "Butterfly"}, drawButterfly},
    Entry{{"fish", "Fish"}, drawFish},
    Entry{{"hot-air balloon", "Hot-air balloon"}, drawBalloon},
    Entry{{"lighthouse", "Lighthouse"}, drawLighthouse},
    Entry{{"cactus", "Cactus"}, drawCactus},
    Entry{{"snowman", "Snowman"}, drawSnowman},
    Entry{{"house", "House"}, drawHouse},
    Entry{{"mushroom", "Mushroom"}, drawMushroom},
    Entry{{"rocket", "Rocket"}, drawRocket},
    Entry{{"windmill", "Windmill"}, drawWindmill},
    Entry{{"castle", "Castle"}, drawCastle},
    Entry{{"tropical island", "Tropical island"}, drawTropicalIsland},
    Entry{{"volcano", "Volcano"}, drawVolcano},
    Entry{{"whale", "Whale"}, drawWhale},
    Entry{{"steam train", "Steam train"}, drawSteamTrain},
    Entry{{"owl", "Owl"}, drawOwl},
    Entry{{"penguin", "Penguin"}, drawPenguin},
    Entry{{"jellyfish", "Jellyfish"}, drawJellyfish},
    Entry{{"tent", "Tent"}, drawTent},
    Entry{{"cup of coffee", "Cup of coffee"}, drawCoffee},
};

}  // namespace

std::span<const Entry> table() {
  return kTable;
}

}  // namespace lpd::scenes
