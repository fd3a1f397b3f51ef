#pragma once

#include "training/scenes/stage.h"

namespace lpd::scenes {

void drawMountainSunset(Stage& stage);
void drawSailboat(Stage& stage);
void drawDesertDunes(Stage& stage);
void drawAurora(Stage& stage);
void drawCityAtNight(Stage& stage);
void drawPineForest(Stage& stage);
void drawRingedPlanet(Stage& stage);
void drawFlower(Stage& stage);
void drawButterfly(Stage& stage);
void drawFish(Stage& stage);
void drawBalloon(Stage& stage);
void drawLighthouse(Stage& stage);
void drawCactus(Stage& stage);
void drawSnowman(Stage& stage);
void drawHouse(Stage& stage);
void drawMushroom(Stage& stage);
void drawRocket(Stage& stage);
void drawWindmill(Stage& stage);
void drawCastle(Stage& stage);
void drawTropicalIsland(Stage& stage);
void drawVolcano(Stage& stage);
void drawWhale(Stage& stage);
void drawSteamTrain(Stage& stage);
void drawOwl(Stage& stage);
void drawPenguin(Stage& stage);
void drawJellyfish(Stage& stage);
void drawTent(Stage& stage);
void drawCoffee(Stage& stage);

}  // namespace lpd::scenes
