import QtQuick
import QtTest
import LpdStudio.Controls

Item {
    id: page

    property int clicks: 0

    width: 400
    height: 300

    Button {
        id: upper
        y: 20
        width: 300
        text: "Upper"
        tip: "Two buttons stand close together, and this lies over the lower one"
    }
    Button {
        id: lower
        anchors.top: upper.bottom
        anchors.topMargin: 8
        width: 300
        text: "Lower"
        tip: "Another"
        onClicked: page.clicks++
    }

    TestCase {
        name: "Tips"
        when: windowShown

        function tipOf(button: Item): var {
            const host = Array.from(button.children).find(child => child.hasOwnProperty("tip") && child.hasOwnProperty("wanted"));
            return host.tip;
        }
        function test_aTipGoesWithAPressUntilThePointerComesAnew() {
            mouseMove(lower, 150, 10);
            tryVerify(() => tipOf(lower) !== null);
            const tip = tipOf(lower);
            tryCompare(tip, "opened", true);
            mouseClick(lower, 150, 10);
            tryCompare(tip, "visible", false);
            mouseMove(lower, 152, 12);
            wait(700);
            compare(tip.visible, false);
            mouseMove(page, 380, 280);
            mouseMove(lower, 150, 10);
            tryCompare(tip, "opened", true);
        }
        function test_aClickGoesThroughTheTipOfAnotherControl() {
            mouseMove(upper, 150, 10);
            tryVerify(() => tipOf(upper) !== null);
            const tip = tipOf(upper);
            tryCompare(tip, "opened", true);
            const at = tip.contentItem.mapToItem(lower, tip.contentItem.width / 2, tip.contentItem.height / 2);
            verify(lower.contains(at), "the tip is over the button");
            const before = page.clicks;
            mouseClick(lower, at.x, at.y);
            compare(page.clicks, before + 1);
            tryCompare(tip, "visible", false);
        }
    }
}
