pragma ComponentBehavior: Bound

import QtQuick

// Makes a control's tooltip only while it is needed. Put inside the control.
Item {
    id: host

    property string text
    property string keys
    required property bool shown

    anchors.fill: parent

    Loader {
        anchors.fill: parent
        active: host.text.length > 0 && (host.shown || (item as Tip !== null && (item as Tip).visible))
        sourceComponent: Tip {
            parent: host
            visible: host.shown
            delay: 500
            text: host.text
            keys: host.keys
        }
    }
}
