pragma Singleton
import QtQuick

// The type scale. Studio Sans is Inter with tabular digits baked in (see resources/fonts).
QtObject {
    property real scale: 1 // of every size, as the user likes to read
    readonly property FontLoader regular: FontLoader { source: "qrc:/fonts/StudioSans-Regular.otf" }
    readonly property FontLoader medium: FontLoader { source: "qrc:/fonts/StudioSans-Medium.otf" }
    readonly property FontLoader semiBold: FontLoader { source: "qrc:/fonts/StudioSans-SemiBold.otf" }
    readonly property FontLoader display: FontLoader { source: "qrc:/fonts/StudioSansDisplay-SemiBold.otf" }

    readonly property font hero: face(display.name, 40, Font.DemiBold, -0.028)
    readonly property font figure: face(display.name, 28, Font.DemiBold, -0.02)
    readonly property font figureSmall: face(display.name, 22, Font.DemiBold, -0.02)
    readonly property font title: face(display.name, 16, Font.DemiBold, -0.01)
    readonly property font lane: face(regular.name, 15, Font.DemiBold, -0.005)
    readonly property font section: face(regular.name, 13, Font.DemiBold, -0.005)
    readonly property font action: face(regular.name, 14, Font.DemiBold, -0.005)
    readonly property font lead: face(regular.name, 15, Font.Normal, 0)
    readonly property font body: face(regular.name, 13, Font.Normal, 0)
    readonly property font bodyStrong: face(regular.name, 13, Font.Medium, 0)
    readonly property font label: face(regular.name, 12, Font.Medium, 0)
    readonly property font caption: face(regular.name, 11, Font.Normal, 0)
    readonly property font tag: face(regular.name, 11, Font.Medium, 0)
    readonly property font ruler: face(regular.name, 10.5, Font.Medium, 0)

    // A width made for words, at the present size of text.
    function wide(pixels: real): int {
        return Math.round(pixels * scale);
    }
    function face(family: string, size: real, weight: int, tracking: real): font {
        return Qt.font({
            family: family,
            // Half sizes exist, and pixelSize is whole: points at the 96 dpi of Qt's logical pixels would depend on the screen.
            pixelSize: Math.round(size * scale),
            weight: weight,
            letterSpacing: tracking * size * scale,
            hintingPreference: Font.PreferNoHinting
        });
    }
}
