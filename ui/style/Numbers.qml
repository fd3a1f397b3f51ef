pragma Singleton
import QtQml

// Numbers as the language of the window writes them.
QtObject {
    // 2.5 -> "2.50" with two digits
    function fixed(value: real, digits: int): string {
        return Number(value).toLocaleString(Qt.locale(), "f", digits);
    }
    // 2.5 -> "2.5", 2 -> "2": at most so many digits
    function upTo(value: real, digits: int): string {
        const rounded = Number(value.toFixed(digits));
        return fixed(rounded, (String(rounded).split(".")[1] ?? "").length);
    }
}
