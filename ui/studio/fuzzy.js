.pragma library

// How well `text` answers what was typed, word by word: higher is better, below 0 it does not. A word may be at the
// start, at the start of a word, anywhere, or be spread over the text in its order ("mnst" finds "Mountain sunset").
function score(text, typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(word => word.length > 0);
    const lower = text.toLowerCase();
    let sum = 0;
    for (const word of words) {
        const one = scoreWord(lower, word);
        if (one < 0)
            return -1;
        sum += one;
    }
    return sum - text.length * 0.05 + 10;
}

function scoreWord(text, word) {
    const at = text.indexOf(word);
    if (at === 0)
        return 100;
    if (at > 0) {
        for (let i = at; i >= 0; i = text.indexOf(word, i + 1)) {
            if (!/[\p{L}\p{N}]/u.test(text[i - 1]))
                return 80;
        }
        return 50;
    }
    return word.length > 1 ? scoreSpread(text, word) : -1;
}

// The letters in their order, the closer together the better; far apart they mean nothing.
function scoreSpread(text, word) {
    let first = -1, from = 0;
    for (const letter of word) {
        const at = text.indexOf(letter, from);
        if (at < 0)
            return -1;
        if (first < 0)
            first = at;
        from = at + 1;
    }
    const extent = from - first;
    return extent <= word.length * 4 ? 30 * word.length / extent : -1;
}
