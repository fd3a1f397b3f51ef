pragma Singleton
import QtQuick

// Icons as paths in a 16 px box. Commands: M L H V C Q Z as in SVG (absolute), O cx cy r (circle), R x y w h r (rounded
// rectangle); F fills what follows instead of stroking it.
QtObject {
    readonly property string picture: "R 2.5 2.5 11 11 2.25 O 5.75 5.9 1.15 M 2.9 11.9 L 6.2 8.6 L 8.1 10.5 L 10.4 7.6 L 13.2 10.7"
    readonly property string search: "O 7 7 4.25 M 10.2 10.2 L 13.5 13.5"
    readonly property string sun: "O 8 8 2.75 M 8 1.5 V 2.6 M 8 13.4 V 14.5 M 1.5 8 H 2.6 M 13.4 8 H 14.5 M 3.4 3.4 L 4.18 4.18 M 11.82 11.82 L 12.6 12.6 M 12.6 3.4 L 11.82 4.18 M 4.18 11.82 L 3.4 12.6"
    readonly property string moon: "M 13.4 9.7 C 12.7 9.98 11.98 10.1 11.2 10.1 C 8.1 10.1 5.9 7.9 5.9 4.8 C 5.9 4.02 6.02 3.3 6.3 2.6 C 4.1 3.45 2.5 5.6 2.5 8.1 C 2.5 11.1 4.9 13.5 7.9 13.5 C 10.4 13.5 12.55 11.9 13.4 9.7 Z"
    readonly property string halfMoon: "O 8 8 5.5 F M 8 2.5 C 11.04 2.5 13.5 4.96 13.5 8 C 13.5 11.04 11.04 13.5 8 13.5 Z"
    readonly property string save: "M 8 2.5 V 9.8 M 5 7 L 8 10 L 11 7 M 2.8 10.5 V 12 C 2.8 12.83 3.47 13.5 4.3 13.5 H 11.7 C 12.53 13.5 13.2 12.83 13.2 12 V 10.5"
    readonly property string copy: "R 5.5 5.5 8 8 1.75 M 3.6 10.5 C 2.95 10.4 2.5 9.9 2.5 9.25 V 4.25 C 2.5 3.28 3.28 2.5 4.25 2.5 H 9.25 C 9.9 2.5 10.4 2.95 10.5 3.6"
    readonly property string chevronUpDown: "M 5 6.2 L 8 3.2 L 11 6.2 M 5 9.8 L 8 12.8 L 11 9.8"
    readonly property string chevronDown: "M 4 6.25 L 8 10.25 L 12 6.25"
    readonly property string chevronLeft: "M 9.75 4 L 5.75 8 L 9.75 12"
    readonly property string chevronRight: "M 6.25 4 L 10.25 8 L 6.25 12"
    readonly property string first: "M 11.75 4 L 7.75 8 L 11.75 12 M 4.25 3.5 V 12.5"
    readonly property string last: "M 4.25 4 L 8.25 8 L 4.25 12 M 11.75 3.5 V 12.5"
    readonly property string play: "F M 5 3.6 C 5 3.02 5.64 2.67 6.13 2.98 L 12.6 7.36 C 13.05 7.65 13.05 8.35 12.6 8.64 L 6.13 13.02 C 5.64 13.33 5 12.98 5 12.4 Z"
    readonly property string pause: "F R 4 3 2.75 10 0.8 R 9.25 3 2.75 10 0.8"
    readonly property string stop: "F R 4 4 8 8 1.25"
    readonly property string repeat: "M 3 7.2 V 6.75 C 3 5.37 4.12 4.25 5.5 4.25 H 12.5 M 10.5 2.25 L 12.5 4.25 L 10.5 6.25 M 13 8.8 V 9.25 C 13 10.63 11.88 11.75 10.5 11.75 H 3.5 M 5.5 9.75 L 3.5 11.75 L 5.5 13.75"
    readonly property string lock: "R 3.5 7 9 6.5 1.6 M 5.5 7 V 5 C 5.5 3.6 6.6 2.5 8 2.5 C 9.4 2.5 10.5 3.6 10.5 5 V 7"
    readonly property string unlock: "R 3.5 7 9 6.5 1.6 M 5.5 7 V 4.8 C 5.5 3.5 6.5 2.5 7.8 2.5 C 8.8 2.5 9.7 3.1 10.05 4"
    readonly property string dice: "R 2.75 2.75 10.5 10.5 2.25 F O 5.7 5.7 0.95 O 10.3 5.7 0.95 O 8 8 0.95 O 5.7 10.3 0.95 O 10.3 10.3 0.95"
    readonly property string close: "M 4.25 4.25 L 11.75 11.75 M 11.75 4.25 L 4.25 11.75"
    readonly property string check: "M 3.25 8.5 L 6.5 11.75 L 12.75 4.75"
    readonly property string more: "F O 3.5 8 1.2 O 8 8 1.2 O 12.5 8 1.2"
    readonly property string panelRight: "R 2.5 3 11 10 2 M 9.75 3 V 13"
    readonly property string warning: "M 8 2.9 L 14 13.1 H 2 Z M 8 6.75 V 9.4 F O 8 11.3 0.8"
    readonly property string info: "O 8 8 5.75 M 8 7.5 V 10.75 F O 8 5.3 0.85"
    readonly property string refresh: "M 13 8 C 13 10.76 10.76 13 8 13 C 5.24 13 3 10.76 3 8 C 3 5.24 5.24 3 8 3 C 9.8 3 11.35 3.95 12.25 5.4 M 12.5 2.5 V 5.5 H 9.5"
    readonly property string shuffle: "M 2.5 4.5 H 4.4 C 5.3 4.5 6.1 4.95 6.6 5.7 L 9.1 10.3 C 9.6 11.05 10.4 11.5 11.3 11.5 H 13.5 M 2.5 11.5 H 4.4 C 5.3 11.5 6.1 11.05 6.6 10.3 M 9.1 5.7 C 9.6 4.95 10.4 4.5 11.3 4.5 H 13.5 M 11.75 2.75 L 13.5 4.5 L 11.75 6.25 M 11.75 9.75 L 13.5 11.5 L 11.75 13.25"
    readonly property string cursor: "M 3.5 3 L 12.75 6.6 L 8.7 8.2 L 7.1 12.6 Z"
    readonly property string returnKey: "M 13 4 V 7.5 C 13 8.3 12.3 9 11.5 9 H 3.5 M 6 6.5 L 3.5 9 L 6 11.5"
    readonly property string sparkle: "M 8 2.5 C 8.3 5.6 10.4 7.7 13.5 8 C 10.4 8.3 8.3 10.4 8 13.5 C 7.7 10.4 5.6 8.3 2.5 8 C 5.6 7.7 7.7 5.6 8 2.5 Z"
    readonly property string model: "R 2.5 2.5 4.5 4.5 1.2 R 9 2.5 4.5 4.5 1.2 R 2.5 9 4.5 4.5 1.2 R 9 9 4.5 4.5 1.2"
}
