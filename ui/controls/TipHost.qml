import QtQuick
import QtQuick.Templates as T

// Makes a control's tooltip the first time it is needed. Put inside the control. Once that was pressed, it says no more
// until the pointer comes anew: it would lie over what the press has opened.
Item {
    id: host

    property string text
    property string keys
    required property bool shown
    property bool wanted: false
    property bool pressed: false
    readonly property Tip tip: loader.item as Tip

    anchors.fill: parent
    onShownChanged: {
        if (!shown)
            pressed = (parent as T.Control)?.hovered ?? false;
        else if (text.length > 0)
            wanted = true;
    }

    Loader {
        id: loader
        anchors.fill: parent
        active: host.wanted
        source: "Tip.qml"
    }
    Binding {
        target: host.tip
        property: "text"
        value: host.text
        when: host.tip !== null
    }
    Binding {
        target: host.tip
        property: "keys"
        value: host.keys
        when: host.tip !== null
    }
    Binding {
        target: host.tip
        property: "visible"
        value: host.shown && !host.pressed && host.text.length > 0 && host.Window.window !== null // not in a popup that has just closed
        when: host.tip !== null
    }
}
