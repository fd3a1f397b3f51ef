import QtQml

// How large the picture is shown, and where. Fitted, its cells are whole device pixels; otherwise a point of it stays
// in the middle of the area while the size changes.
QtObject {
    id: zoom

    required property rect area     // where the picture may be, logical pixels
    required property int columns
    required property int rows
    required property int pixelWidth // of the picture
    required property real ratio    // device pixels a logical one
    property bool fitted: true
    property real freeScale: 1      // device pixels a picture pixel, while not fitted
    property point middle: Qt.point(0.5, 0.5) // of the picture, at the middle of the area

    readonly property int cellPixels: Math.max(2, Math.floor(Math.min(area.width / columns, area.height / rows) * ratio))
    readonly property real pixelHeight: pixelWidth * rows / columns
    readonly property real fitScale: cellPixels * columns / Math.max(1, pixelWidth)
    readonly property real scale: fitted ? fitScale : freeScale
    readonly property int percent: Math.round(scale * 100)
    readonly property real least: Math.min(1, fitScale)
    readonly property real most: Math.max(32, fitScale)
    readonly property real width: fitted ? columns * cellPixels / ratio : pixelWidth * scale / ratio
    readonly property real height: fitted ? rows * cellPixels / ratio : pixelHeight * scale / ratio
    readonly property real x: whole(placed(middle.x, area.x, area.width, width))
    readonly property real y: whole(placed(middle.y, area.y, area.height, height))
    readonly property bool movable: !fitted && (width > area.width + 0.5 || height > area.height + 0.5)

    function whole(value: real): real {
        return Math.round(value * ratio) / ratio;
    }
    // The picture's edges never come inside the area; one that is smaller stands in the middle.
    function placed(share: real, from: real, span: real, size: real): real {
        if (fitted || size <= span)
            return from + (span - size) / 2;
        return Math.min(from, Math.max(from + span - size, from + span / 2 - share * size));
    }
    function fit(): void {
        fitted = true;
        middle = Qt.point(0.5, 0.5);
    }
    function toScale(value: real): void {
        zoomAt(area.x + area.width / 2, area.y + area.height / 2, value / scale);
    }
    // Zooms so that the point under (px, py) stays where it is. Passing the fitted size stops there.
    function zoomAt(px: real, py: real, factor: real): void {
        const before = scale;
        const wanted = Math.min(most, Math.max(least, before * factor));
        if ((before - fitScale) * (wanted - fitScale) < 0 || Math.abs(wanted - fitScale) < 0.002 * fitScale)
            return fit();
        const shareX = (px - x) / width, shareY = (py - y) / height;
        const newWidth = pixelWidth * wanted / ratio, newHeight = pixelHeight * wanted / ratio;
        const target = Qt.point((area.x + area.width / 2 - px) / newWidth + shareX, (area.y + area.height / 2 - py) / newHeight + shareY);
        fitted = false;
        freeScale = wanted;
        middle = Qt.point(held(target.x, area.width, newWidth), held(target.y, area.height, newHeight));
    }
    function panBy(dx: real, dy: real): void {
        if (!fitted)
            middle = Qt.point(held(middle.x - dx / width, area.width, width), held(middle.y - dy / height, area.height, height));
    }
    // The middle that `placed` would show; kept so that a drag past the edge is not remembered.
    function held(share: real, span: real, size: real): real {
        const reach = span / size / 2;
        return reach >= 0.5 ? 0.5 : Math.min(1 - reach, Math.max(reach, share));
    }
}
