import QtQuick
import QtQml
import LpdStudio.App

// The subjects of the class model as plain values, those with a star first.
Item {
    id: collector

    required property ClassModel classes
    property bool active: true
    property var rows: []

    visible: false

    function collect(): void {
        const found = [];
        for (let i = 0; i < source.count; ++i) {
            const row = source.objectAt(i) as ClassRow;
            if (row)
                found.push({ classIndex: row.classIndex, name: row.name, thumbnail: row.thumbnail, favourite: row.favourite });
        }
        rows = found.filter(row => row.favourite).concat(found.filter(row => !row.favourite));
    }

    Instantiator {
        id: source
        active: collector.active
        model: collector.classes
        delegate: ClassRow {}
        onObjectAdded: soon.restart()
        onObjectRemoved: soon.restart()
    }
    Timer { // once for a whole reset of the model
        id: soon
        interval: 0
        onTriggered: collector.collect()
    }
    Connections {
        target: collector.classes
        function onFavouritesChanged(): void {
            soon.restart();
        }
    }
}
