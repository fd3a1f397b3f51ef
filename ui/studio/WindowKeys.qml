pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import QtQml

// The window's shortcuts: those of its actions. Fields and sliders that need a key themselves keep it while they have
// the focus.
Item {
    id: keys

    required property WindowActions actions
    /// A button that was gone to by Tab: Space presses it, as everywhere, and does nothing else.
    readonly property bool onButton: (Window.activeFocusItem as T.AbstractButton)?.visualFocus ?? false

    Instantiator {
        model: keys.actions.all.filter(action => action.keys.length > 0)

        Shortcut {
            required property var modelData
            sequences: modelData.keys
            enabled: (modelData.enabled === undefined || modelData.enabled()) && !(keys.onButton && modelData.keys[0] === "Space")
            autoRepeat: modelData.press === undefined
            onActivated: modelData.press !== undefined ? modelData.press() : modelData.run()
        }
    }
}
