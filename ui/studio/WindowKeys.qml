pragma ComponentBehavior: Bound

import QtQuick
import QtQml

// The window's shortcuts: those of its actions. Fields and sliders that need a key themselves keep it while they have
// the focus.
Item {
    id: keys

    required property WindowActions actions

    Instantiator {
        model: keys.actions.all.filter(action => action.keys.length > 0)

        Shortcut {
            required property var modelData
            sequences: modelData.keys
            enabled: modelData.enabled === undefined || modelData.enabled()
            onActivated: modelData.run()
        }
    }
}
