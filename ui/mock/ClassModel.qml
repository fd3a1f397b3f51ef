import QtQml
import QtQml.Models
import LpdStudio.App

ListModel {
    id: classes

    required property MockArt art
    required property var names
    property var selectedClasses: [0]
    property var favourites: []
    property var recents: []
    property string filter
    readonly property int totalCount: names.length

    function nameOf(index: int): string {
        return index < 0 ? "Any subject" : names[index];
    }
    function thumbnailOf(index: int): string {
        return index < 0 ? "" : "image://classes/scenes-256/" + index;
    }
    function pictureOf(index: int): var {
        return index < 0 ? art.picture(0, 0, 0) : art.picture(index, 64, 1);
    }
    function rebuild(): void {
        clear();
        const typed = filter.trim().toLowerCase();
        const rank = name => { const at = name.toLowerCase().indexOf(typed); return at < 0 ? 9 : at > 0 ? 1 : 0; };
        const rows = names.map((name, i) => ({ i: i, rank: rank(name) })).filter(row => row.rank < 9);
        rows.sort((a, b) => a.rank - b.rank || a.i - b.i);
        if (typed === "" || "any subject".includes(typed))
            rows.push({ i: -1 });
        for (const row of rows)
            append({ classIndex: row.i, name: nameOf(row.i), thumbnail: thumbnailOf(row.i), selected: selectedClasses.includes(row.i), favourite: favourites.includes(row.i) });
    }
    onFilterChanged: rebuild()
    function toggleFavourite(index: int): void {
        favourites = favourites.includes(index) ? favourites.filter(one => one !== index) : favourites.concat([index]);
        for (let i = 0; i < count; ++i)
            setProperty(i, "favourite", favourites.includes(get(i).classIndex));
    }
    function noteUsed(indices: var): void {
        recents = indices.concat(recents.filter(one => !indices.includes(one)));
    }
    onSelectedClassesChanged: {
        for (let i = 0; i < count; ++i)
            setProperty(i, "selected", selectedClasses.includes(get(i).classIndex));
    }
    Component.onCompleted: rebuild()
}
