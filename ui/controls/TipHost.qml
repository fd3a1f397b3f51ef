import QtQuick

// Makes a control's tooltip the first time it is needed. Put inside the control.
Item {
    id: host

    property string text
    property string keys
    required property bool shown
    property bool wanted: false
    readonly property Tip tip: loader.item as Tip

    anchors.fill: parent
    onShownChanged: if (shown && text.length > 0) wanted = true

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
        value: host.shown && host.text.length > 0 && host.Window.window !== null // not in a popup that has just closed
        when: host.tip !== null
    }
}
