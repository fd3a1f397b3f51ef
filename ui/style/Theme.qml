pragma Singleton
import QtQuick

// The colours, measures and durations of the whole window. Nothing else names a colour.
QtObject {
    id: theme

    property string mode: "auto" // "auto", "dark" or "light"
    property bool reducedMotion: false
    readonly property SystemPalette system: SystemPalette {}
    readonly property bool dark: mode === "dark" || (mode !== "light" && system.window.hslLightness < 0.5)

    readonly property color white: "#FFFFFF"
    readonly property color black: "#000000"
    readonly property color ink: "#101622"
    readonly property color underlay: "#0A0B0D" // behind white marks on the picture
    readonly property color inkOnBright: "#180A04"

    readonly property color bg: dark ? "#0A0B0D" : "#ECEEF1"
    readonly property color canvas: dark ? "#0D0E11" : "#E6E8EC"
    readonly property color panel: dark ? "#121418" : "#F8F9FA"
    readonly property color raised: dark ? "#191C21" : "#FFFFFF"
    readonly property color field: dark ? "#1A1D23" : "#FFFFFF"
    readonly property color hover: dark ? "#21252C" : "#EEF0F3"
    readonly property color pressed: dark ? "#2A2F38" : "#E4E7EB"
    readonly property color popover: dark ? "#1C1F26" : "#FFFFFF"
    readonly property color segTrack: dark ? "#0E1013" : "#E9EBEF"
    readonly property color segOn: dark ? "#2A2F38" : "#FFFFFF"
    readonly property color line: dark ? alpha(white, 0.065) : alpha(ink, 0.085)
    readonly property color lineStrong: dark ? alpha(white, 0.11) : alpha(ink, 0.145)
    readonly property color text1: dark ? "#F2F4F7" : "#15181E"
    readonly property color text2: dark ? "#A6ADBA" : "#525A68"
    readonly property color text3: dark ? "#7F8796" : "#606876"
    readonly property color text4: dark ? "#525A68" : "#A6ADB9"
    readonly property color accent: dark ? "#3DDDB8" : "#0A8068"
    readonly property color accentHover: dark ? "#6BF0D0" : "#0E9A7E"
    readonly property color accentText: dark ? "#4FE3C1" : "#087560"
    readonly property color inkOnAccent: dark ? "#04211A" : "#FFFFFF"
    readonly property color accentSoft: alpha(accent, dark ? 0.12 : 0.09)
    readonly property color accentLine: alpha(accent, dark ? 0.38 : 0.42)
    readonly property color glow: dark ? "#3DDDB8" : "#0FA587"
    readonly property color glowEdge: dark ? "#7BF5DA" : "#2FE0B8"
    readonly property color track: dark ? "#2A2F38" : "#D5D9E0"
    readonly property color thumb: dark ? "#F4F6F8" : "#FFFFFF"
    readonly property color cellEmpty: alpha(white, dark ? 0.03 : 0.62)
    readonly property color cellEmptyLine: dark ? alpha(white, 0.055) : alpha(ink, 0.07)
    readonly property color warn: dark ? "#F3B04E" : "#9A5B00"
    readonly property color danger: dark ? "#F2686B" : "#C4323A"
    readonly property color star: dark ? starOnPicture : "#B77900"
    readonly property color starOnPicture: "#FFD56A"
    readonly property color selectRing: dark ? "#FFFFFF" : "#15181E"
    readonly property color scrim: dark ? alpha(black, 0.5) : alpha(ink, 0.3) // behind a sheet
    readonly property color shadow: alpha(black, dark ? 0.5 : 0.16)
    readonly property color shadowNear: alpha(black, dark ? 0.35 : 0.08)

    // Step colours ("Dusk"): lightness rises evenly with time. The accent hue is never among them.
    readonly property var stepStops: dark
        ? ["#3A3BA4", "#693FB2", "#9D40AB", "#CC4590", "#ED566F", "#FE7550", "#FE9C51", "#FEBD57", "#FFDB6A"]
        : ["#312F97", "#5C30A3", "#8B2E9A", "#B62F7D", "#D43E5B", "#E45A34", "#E87C0D", "#E49D0C", "#DFBA3B"]

    // Value colours ("Ice"), from little to much: they never look like time, nor like the accent.
    readonly property var heatStops: dark ? ["#171D36", "#20407A", "#2F6FB8", "#72ADE4", "#DCEEFC"] : ["#EDF3FA", "#B9D3EE", "#71A5DA", "#2E6DB2", "#12366A"]
    readonly property color haloShade: dark ? alpha(underlay, 0.5) : alpha(white, 0.52) // within the keep-apart halo
    readonly property color cellRule: alpha(underlay, 0.34) // between patches

    property bool settled: false // the first frame has been shown: from here on colours may fade
    readonly property int hoverMs: reducedMotion || !settled ? 0 : 90
    readonly property int pressMs: reducedMotion ? 0 : 70
    readonly property int toggleMs: reducedMotion || !settled ? 0 : 140
    readonly property int panelMs: reducedMotion ? 0 : 180
    readonly property int pageMs: reducedMotion ? 0 : 220
    readonly property int haloMs: reducedMotion || !settled ? 0 : 120
    readonly property int snapMs: reducedMotion || !settled ? 0 : 100

    readonly property int radiusCell: 4
    readonly property int radiusTag: 6
    readonly property int radiusControl: 8
    readonly property int radiusCard: 10
    readonly property int radiusPopover: 12

    // `base` is a colour, not the text of one.
    function alpha(base: color, opacity: real): color {
        return Qt.rgba(base.r, base.g, base.b, opacity);
    }

    function blend(from: color, to: color, t: real): color {
        return Qt.rgba(from.r + (to.r - from.r) * t, from.g + (to.g - from.g) * t, from.b + (to.b - from.b) * t, 1);
    }

    // The colour of 1-based `step` of `steps`.
    function stepColor(step: int, steps: int): color {
        const last = stepStops.length - 1;
        const t = steps > 1 ? Math.min(1, Math.max(0, (step - 1) / (steps - 1))) * last : 0;
        const index = Math.min(last - 1, Math.floor(t));
        const from = Qt.lighter(stepStops[index], 1);
        const to = Qt.lighter(stepStops[index + 1], 1);
        return blend(from, to, t - index);
    }

    // A readable text colour on `fill`, 4.5:1 or more: only black and white themselves reach that on every colour.
    function onStep(fill: color): color {
        const linear = c => c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        const luminance = 0.2126 * linear(fill.r) + 0.7152 * linear(fill.g) + 0.0722 * linear(fill.b);
        return luminance > 0.179 ? black : white;
    }
}
