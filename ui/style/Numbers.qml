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
        let needed = digits;
        while (needed > 0 && Math.round(value * Math.pow(10, digits)) % Math.pow(10, digits - needed + 1) === 0)
            needed -= 1;
        return fixed(value, needed);
    }
}
