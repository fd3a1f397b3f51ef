import QtQuick
import QtQuick.Templates as T

// A column that scrolls when it is too long. Children go into a column of the pane's width.
Flickable {
    id: pane

    default property alias content: column.data
    property alias padding: column.padding

    property bool growing: false

    // Goes to the end as soon as what is being opened there has its height.
    function toEnd(): void {
        growing = true;
    }
    onContentHeightChanged: {
        if (growing)
            contentY = Math.max(0, contentHeight - height);
        growing = false;
    }

    contentWidth: width
    contentHeight: column.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    clip: contentHeight > height
    interactive: contentHeight > height
    T.ScrollBar.vertical: ScrollThumb {}

    Column {
        id: column
        width: pane.width
    }
}
