<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutSheet</name>
    <message>
        <source>About</source>
        <translation>Über das Programm</translation>
    </message>
    <message>
        <source>LPD Studio</source>
        <translation>LPD Studio</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Makes pictures in a few parallel steps and shows how: which patches are made together, in which order, and why there.</source>
        <translation>Erzeugt Bilder in wenigen parallelen Schritten und zeigt, wie: welche Kacheln zusammen entstehen, in welcher Reihenfolge und warum gerade dort.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>The method</source>
        <translation>Das Verfahren</translation>
    </message>
    <message>
        <source>Read the paper</source>
        <translation>Artikel lesen</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>%1 im Browser öffnen</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Gemacht mit</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Look at both at once</source>
        <translation>Beide zugleich ansehen</translation>
    </message>
    <message>
        <source>Choose two pictures to compare them</source>
        <translation>Zum Vergleichen zwei Bilder auswählen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>As files of another format or size, or on one sheet</source>
        <translation>Als Dateien in anderem Format oder anderer Größe, oder auf einem Bogen</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Let them race: each in its own way, with one subject and seed</source>
        <translation>Sie gegeneinander antreten lassen: jedes auf seine Weise, mit einem Motiv und Seed</translation>
    </message>
    <message>
        <source>Choose two to four pictures to let them race</source>
        <translation>Für ein Rennen zwei bis vier Bilder auswählen</translation>
    </message>
    <message>
        <source>Unstar</source>
        <translation>Stern weg</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Stern entfernen</translation>
    </message>
</context>
<context>
    <name>CanvasTools</name>
    <message>
        <source>Look at patches</source>
        <translation>Kacheln betrachten</translation>
    </message>
    <message>
        <source>Move the picture. So does a drag with the middle button, or while Space is held</source>
        <translation>Bild verschieben. Das geht auch durch Ziehen mit der mittleren Taste oder bei gehaltener Leertaste</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Picture of %1 by %2 patches</source>
        <translation>Bild aus %1 mal %2 Kacheln</translation>
    </message>
    <message>
        <source>Row %1, column %2 is selected</source>
        <translation>Zeile %1, Spalte %2 ist ausgewählt</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt;0.1%</source>
        <translation>&lt;0,1 %</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Wahl</translation>
    </message>
    <message>
        <source>entropy %1 bits</source>
        <translation>Entropie %1 Bit</translation>
    </message>
    <message>
        <source>This patch has not been made yet.</source>
        <translation>Diese Kachel gibt es noch nicht.</translation>
    </message>
    <message>
        <source>Token %1, %2, chosen</source>
        <translation>Token %1, %2, gewählt</translation>
    </message>
    <message>
        <source>Token %1, %2</source>
        <translation>Token %1, %2</translation>
    </message>
    <message>
        <source>Token %1. How likely it was is not stored in this picture.</source>
        <translation>Token %1. Wie wahrscheinlich es war, ist in diesem Bild nicht gespeichert.</translation>
    </message>
    <message>
        <source>Token %1, drawn at %2. What else it could have been is only known right after a picture is made.</source>
        <translation>Token %1, gezogen mit %2. Was es sonst hätte sein können, ist nur bekannt, wenn ein Bild gerade erzeugt wurde.</translation>
    </message>
    <message>
        <source>Drawn: a token outside this list, at %1.</source>
        <translation>Gezogen: ein Token außerhalb dieser Liste, mit %1.</translation>
    </message>
</context>
<context>
    <name>ClassPicker</name>
    <message>
        <source>Find a subject</source>
        <translation>Motiv suchen</translation>
    </message>
    <message>
        <source>Which subjects</source>
        <translation>Welche Motive</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Those with a star</source>
        <translation>Die mit einem Stern</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Those made lately, newest first</source>
        <translation>Die zuletzt erzeugten, neueste zuerst</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n Motiv</numerusform>
            <numerusform>%n Motive</numerusform>
        </translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Motive</translation>
    </message>
    <message>
        <source>No subject is called “%1”.</source>
        <translation>Kein Motiv heißt „%1“.</translation>
    </message>
    <message>
        <source>A click on a subject&apos;s star keeps it here.</source>
        <translation>Ein Klick auf den Stern eines Motivs behält es hier.</translation>
    </message>
    <message>
        <source>What you generate appears here.</source>
        <translation>Was erzeugt wurde, erscheint hier.</translation>
    </message>
    <message>
        <source>Ctrl and click, or Space, chooses several. S sets a star.</source>
        <translation>Strg und Klick oder die Leertaste wählt mehrere. S setzt einen Stern.</translation>
    </message>
    <message>
        <source>S sets a star.</source>
        <translation>S setzt einen Stern.</translation>
    </message>
</context>
<context>
    <name>ClassTile</name>
    <message>
        <source>Take the star away</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Set a star</source>
        <translation>Stern setzen</translation>
    </message>
    <message>
        <source>Let the model choose: no class, no guidance</source>
        <translation>Das Modell wählen lassen: keine Klasse, keine Führung</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Do, set or find</source>
        <translation>Tun, einstellen oder finden</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>Nichts heißt „%1“.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Comparison of %1 and %2</source>
        <translation>Vergleich von %1 und %2</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Schieber</translation>
    </message>
    <message>
        <source>One over the other</source>
        <translation>Eins über dem anderen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Black where they are equal, twice as bright as they are apart</source>
        <translation>Schwarz, wo sie gleich sind; sonst doppelt so hell, wie sie sich unterscheiden</translation>
    </message>
    <message>
        <source>Back to the gallery</source>
        <translation>Zurück zur Galerie</translation>
    </message>
    <message>
        <source>PSNR %1 dB · SSIM %2</source>
        <translation>PSNR %1 dB · SSIM %2</translation>
    </message>
    <message>
        <source>Equal, pixel by pixel</source>
        <translation>Gleich, Pixel für Pixel</translation>
    </message>
    <message>
        <source>How alike they are: higher is nearer, and equal pictures have an SSIM of 1</source>
        <translation>Wie ähnlich sie sich sind: höher ist ähnlicher, und gleiche Bilder haben eine SSIM von 1</translation>
    </message>
    <message>
        <source>One beside the other</source>
        <translation>Eines neben dem anderen</translation>
    </message>
</context>
<context>
    <name>CoreText</name>
    <message>
        <source>there is no file %1</source>
        <translation>es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation>es gibt keinen Ordner %1</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>cannot make the folder %1: %2</source>
        <translation>der Ordner %1 kann nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>cannot make the folder %1</source>
        <translation>der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 gibt es schon</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file</source>
        <translation>%1 ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>%1 is larger than such a file can be</source>
        <translation>%1 ist größer, als eine solche Datei sein kann</translation>
    </message>
    <message>
        <source>%1 is too large a picture for this machine&apos;s memory</source>
        <translation>%1 ist für den Speicher dieses Rechners ein zu großes Bild</translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation>%1 ist ein Ordner</translation>
    </message>
    <message>
        <source>%1 is a link to a file that does not exist</source>
        <translation>%1 verweist auf eine Datei, die es nicht gibt</translation>
    </message>
    <message>
        <source>%1 is %2, not a file</source>
        <translation>%1 ist %2, keine Datei</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>eine Pipe</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ein Socket</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>cannot use %1: %2</source>
        <translation>%1 kann nicht benutzt werden: %2</translation>
    </message>
    <message>
        <source>the output file has no name</source>
        <translation>die Zieldatei hat keinen Namen</translation>
    </message>
    <message>
        <source>the output folder has no name</source>
        <translation>der Zielordner hat keinen Namen</translation>
    </message>
    <message>
        <source>%1 is a folder with other files in it, no model</source>
        <translation>%1 ist ein Ordner mit anderen Dateien, kein Modell</translation>
    </message>
    <message>
        <source>%1 is a file</source>
        <translation>%1 ist eine Datei</translation>
    </message>
    <message>
        <source>the model name %1 cannot be used</source>
        <translation>der Modellname %1 ist nicht möglich</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>es gibt die Datei oder den Ordner nicht</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>auf der Platte ist kein Platz mehr</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>das Speicherkontingent ist erschöpft</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>die Platte ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>die Platte antwortet fehlerhaft</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ein Teil des Pfades ist kein Ordner</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>die Datei ist zu groß für die Platte</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation>ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the file was cut short while it was in use</source>
        <translation>die Datei wurde gekürzt, während sie gebraucht wurde</translation>
    </message>
    <message>
        <source>is neither a safetensors file nor a torch checkpoint</source>
        <translation>ist weder eine Safetensors-Datei noch ein Torch-Checkpoint</translation>
    </message>
    <message>
        <source>is not valid JSON</source>
        <translation>ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>holds no JSON object</source>
        <translation>enthält kein JSON-Objekt</translation>
    </message>
    <message>
        <source>was made by a newer version of this program</source>
        <translation>stammt von einer neueren Version dieses Programms</translation>
    </message>
    <message>
        <source>&apos;format&apos; is not &quot;lpd-model&quot;</source>
        <translation>„format“ ist nicht „lpd-model“</translation>
    </message>
    <message>
        <source>&apos;transformer&apos; does not describe %1</source>
        <translation>„transformer“ beschreibt %1 nicht</translation>
    </message>
    <message>
        <source>&apos;tokenizer&apos; does not describe %1</source>
        <translation>„tokenizer“ beschreibt %1 nicht</translation>
    </message>
    <message>
        <source>the transformer&apos;s vocabulary and the tokenizer&apos;s codebook differ in size</source>
        <translation>das Vokabular des Transformers und das Codebuch des Tokenizers sind verschieden groß</translation>
    </message>
    <message>
        <source>the transformer knows %1 tokens, the tokenizer %2</source>
        <translation>der Transformer kennt %1 Token, der Tokenizer %2</translation>
    </message>
    <message>
        <source>&apos;class_names&apos; has %1 names for %2 classes</source>
        <translation>„class_names“ hat %1 Namen für %2 Klassen</translation>
    </message>
    <message>
        <source>names %1 classes; the model has %2</source>
        <translation>nennt %1 Klassen; das Modell hat %2</translation>
    </message>
    <message>
        <source>line %1 is empty</source>
        <translation>Zeile %1 ist leer</translation>
    </message>
    <message>
        <source>has the unknown key %1</source>
        <translation>hat den unbekannten Schlüssel %1</translation>
    </message>
    <message>
        <source>its width %1 is no multiple of 64, so the heads are unknown</source>
        <translation>seine Breite %1 ist kein Vielfaches von 64, daher ist die Zahl der Köpfe unbekannt</translation>
    </message>
    <message>
        <source>tensor %1 is missing</source>
        <translation>der Tensor %1 fehlt</translation>
    </message>
    <message>
        <source>tensor %1 is not expected here</source>
        <translation>der Tensor %1 gehört nicht hierher</translation>
    </message>
    <message>
        <source>tensor %1 is surplus: no model of this kind has it</source>
        <translation>der Tensor %1 ist zu viel: kein Modell dieser Art hat ihn</translation>
    </message>
    <message>
        <source>tensor %1 has the shape %2 where %3 is expected</source>
        <translation>der Tensor %1 hat die Form %2, nötig ist %3</translation>
    </message>
    <message>
        <source>tensor %1 has shape %2, the model needs %3</source>
        <translation>der Tensor %1 hat die Form %2, das Modell braucht %3</translation>
    </message>
    <message>
        <source>tensor %1 has a value that is infinite, not a number or too large for %2</source>
        <translation>der Tensor %1 hat einen Wert, der unendlich, keine Zahl oder für %2 zu groß ist</translation>
    </message>
    <message>
        <source>tensor %1 lies outside the file</source>
        <translation>der Tensor %1 liegt außerhalb der Datei</translation>
    </message>
    <message>
        <source>tensor %1 overlaps another</source>
        <translation>der Tensor %1 überlappt einen anderen</translation>
    </message>
    <message>
        <source>tensor %1 appears twice</source>
        <translation>der Tensor %1 kommt zweimal vor</translation>
    </message>
    <message>
        <source>there is a gap before tensor %1</source>
        <translation>vor dem Tensor %1 ist eine Lücke</translation>
    </message>
    <message>
        <source>%1 bytes at the end belong to no tensor</source>
        <translation>%1 Bytes am Ende gehören zu keinem Tensor</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is no whole number from %2 to %3</source>
        <translation>%1 ist keine ganze Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 is no number from %2 to %3</source>
        <translation>%1 ist keine Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 is no text</source>
        <translation>%1 ist kein Text</translation>
    </message>
    <message>
        <source>%1 is no list</source>
        <translation>%1 ist keine Liste</translation>
    </message>
    <message>
        <source>%1 is no object</source>
        <translation>%1 ist kein Objekt</translation>
    </message>
    <message>
        <source>too short for a safetensors file</source>
        <translation>zu kurz für eine Safetensors-Datei</translation>
    </message>
    <message>
        <source>the header claims %1 bytes, more than the file has</source>
        <translation>der Kopf nennt %1 Bytes, mehr als die Datei hat</translation>
    </message>
    <message>
        <source>the header is not valid JSON (byte %1)</source>
        <translation>der Kopf ist kein gültiges JSON (Byte %1)</translation>
    </message>
    <message>
        <source>is no readable zip container (%1)</source>
        <translation>ist kein lesbares ZIP-Archiv (%1)</translation>
    </message>
    <message>
        <source>is a zip file without data.pkl, no torch checkpoint</source>
        <translation>ist ein ZIP-Archiv ohne data.pkl, kein Torch-Checkpoint</translation>
    </message>
    <message>
        <source>is a TorchScript program</source>
        <translation>ist ein TorchScript-Programm</translation>
    </message>
    <message>
        <source>has a damaged zip entry</source>
        <translation>hat einen beschädigten ZIP-Eintrag</translation>
    </message>
    <message>
        <source>has an entry that cannot be read</source>
        <translation>hat einen Eintrag, der nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>has an entry shorter than it claims, or damaged</source>
        <translation>hat einen Eintrag, der zu kurz oder beschädigt ist</translation>
    </message>
    <message>
        <source>has an entry with a wrong checksum</source>
        <translation>hat einen Eintrag mit falscher Prüfsumme</translation>
    </message>
    <message>
        <source>has compressed or encrypted entries, which torch.save never writes</source>
        <translation>hat gepackte oder verschlüsselte Einträge, die torch.save nie schreibt</translation>
    </message>
    <message>
        <source>lacks the data of tensor %1</source>
        <translation>enthält die Daten des Tensors %1 nicht</translation>
    </message>
    <message>
        <source>ends before its data does</source>
        <translation>endet vor seinen Daten</translation>
    </message>
    <message>
        <source>the checkpoint holds no dict of tensors</source>
        <translation>der Checkpoint enthält keine Tabelle von Tensoren</translation>
    </message>
    <message>
        <source>%1 names the callable %2, which builds no tensor; it was not run</source>
        <translation>%1 nennt die Funktion %2, die keinen Tensor baut; sie wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>there is no model %1</source>
        <translation>es gibt kein Modell %1</translation>
    </message>
    <message>
        <source>the folder %1 holds no model</source>
        <translation>der Ordner %1 enthält kein Modell</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>beim Laden des Modells</translation>
    </message>
    <message>
        <source>preparing to generate</source>
        <translation>beim Vorbereiten des Erzeugens</translation>
    </message>
    <message>
        <source>generating</source>
        <translation>beim Erzeugen</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>beim Dekodieren</translation>
    </message>
    <message>
        <source>encoding</source>
        <translation>beim Kodieren</translation>
    </message>
    <message>
        <source>memory is exhausted</source>
        <translation>der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>the model gave no logits</source>
        <translation>das Modell gab keine Logits aus</translation>
    </message>
    <message>
        <source>the model gave a logit that is not a finite number</source>
        <translation>das Modell gab einen Logit aus, der keine endliche Zahl ist</translation>
    </message>
    <message>
        <source>no CUDA device can be used here: %1</source>
        <translation>kein CUDA-Gerät kann hier benutzt werden: %1</translation>
    </message>
    <message>
        <source>there is no CUDA device %1, the last one is %2</source>
        <translation>es gibt kein CUDA-Gerät %1, das letzte ist %2</translation>
    </message>
    <message>
        <source>the engine cannot be loaded: %1</source>
        <translation>das Rechenwerk kann nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>%1 is not LPD Studio&apos;s engine</source>
        <translation>%1 ist nicht das Rechenwerk von LPD Studio</translation>
    </message>
    <message>
        <source>%1 is the engine of LPD Studio %2, this is LPD Studio %3</source>
        <translation>%1 ist das Rechenwerk von LPD Studio %2, dies ist LPD Studio %3</translation>
    </message>
    <message>
        <source>there is no image to make</source>
        <translation>es gibt kein Bild zu machen</translation>
    </message>
    <message>
        <source>there is no class %1</source>
        <translation>es gibt keine Klasse %1</translation>
    </message>
    <message>
        <source>image index %1 is negative</source>
        <translation>der Bildindex %1 ist negativ</translation>
    </message>
    <message>
        <source>too many images after index %1</source>
        <translation>zu viele Bilder nach dem Index %1</translation>
    </message>
    <message>
        <source>%1 must be at least 0</source>
        <translation>%1 muss mindestens 0 sein</translation>
    </message>
    <message>
        <source>proximity</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>repulsion</source>
        <translation>Abstoßung</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>top-k %1 is negative</source>
        <translation>Top-k %1 ist negativ</translation>
    </message>
    <message>
        <source>top-p %1 is out of range</source>
        <translation>Top-p %1 liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>batch size %1 is negative</source>
        <translation>die Stapelgröße %1 ist negativ</translation>
    </message>
    <message>
        <source>a grid of %1 is not possible</source>
        <translation>ein Raster von %1 ist nicht möglich</translation>
    </message>
    <message>
        <source>cannot make %1 positions in %2 steps</source>
        <translation>%1 Stellen können nicht in %2 Schritten gemacht werden</translation>
    </message>
    <message>
        <source>group sizes</source>
        <translation>die Gruppengrößen</translation>
    </message>
    <message>
        <source>step %1 has size %2</source>
        <translation>Schritt %1 hat die Größe %2</translation>
    </message>
    <message>
        <source>%1 sum to %2, not %3</source>
        <translation>%1 ergeben zusammen %2, nicht %3</translation>
    </message>
    <message>
        <source>order %1 has %2 positions, not %3</source>
        <translation>Reihenfolge %1 hat %2 Stellen, nicht %3</translation>
    </message>
    <message>
        <source>order %1 has position %2, outside %3</source>
        <translation>Reihenfolge %1 hat die Stelle %2, außerhalb von %3</translation>
    </message>
    <message>
        <source>order %1 has position %2 twice or though it is given</source>
        <translation>Reihenfolge %1 hat die Stelle %2 zweimal, oder sie ist vorgegeben</translation>
    </message>
    <message>
        <source>%1 does not end in .png, .jpg or .webp</source>
        <translation>%1 endet nicht auf .png, .jpg oder .webp</translation>
    </message>
    <message>
        <source>%1 does not end in .gif, .mp4 or .webp</source>
        <translation>%1 endet nicht auf .gif, .mp4 oder .webp</translation>
    </message>
    <message>
        <source>%1 is no PNG, JPEG or WebP picture</source>
        <translation>%1 ist kein PNG-, JPEG- oder WebP-Bild</translation>
    </message>
    <message>
        <source>%1 is a broken PNG: %2</source>
        <translation>%1 ist ein beschädigtes PNG: %2</translation>
    </message>
    <message>
        <source>the file is cut short</source>
        <translation>die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>the picture&apos;s record is broken: %1</source>
        <translation>die Aufzeichnung des Bildes ist beschädigt: %1</translation>
    </message>
    <message>
        <source>the picture&apos;s record is of version %1</source>
        <translation>die Aufzeichnung des Bildes hat die Version %1</translation>
    </message>
    <message>
        <source>a WebP cannot be larger than 16383 pixels a side</source>
        <translation>ein WebP kann höchstens 16383 Pixel breit und hoch sein</translation>
    </message>
    <message>
        <source>the pictures of a sheet must be of one size</source>
        <translation>die Bilder eines Bogens müssen gleich groß sein</translation>
    </message>
    <message>
        <source>pictures of different sizes cannot be compared</source>
        <translation>verschieden große Bilder können nicht verglichen werden</translation>
    </message>
    <message>
        <source>out of memory while writing an animation</source>
        <translation>beim Schreiben der Animation reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>out of memory while writing a PNG</source>
        <translation>beim Schreiben des PNG reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>cannot open the animation&apos;s file: %1</source>
        <translation>die Datei der Animation kann nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>cannot begin the animation&apos;s file: %1</source>
        <translation>die Datei der Animation kann nicht begonnen werden: %1</translation>
    </message>
    <message>
        <source>cannot encode a frame: %1</source>
        <translation>ein Bild der Animation kann nicht kodiert werden: %1</translation>
    </message>
    <message>
        <source>this machine&apos;s FFmpeg has no GIF encoder</source>
        <translation>das FFmpeg dieses Rechners kann kein GIF schreiben</translation>
    </message>
    <message>
        <source>this machine&apos;s FFmpeg has neither an H.264 nor an MPEG-4 encoder</source>
        <translation>das FFmpeg dieses Rechners kann weder H.264 noch MPEG-4 schreiben</translation>
    </message>
    <message>
        <source>free some disk space</source>
        <translation>Platz auf der Platte schaffen</translation>
    </message>
    <message>
        <source>choose a folder you may write to</source>
        <translation>einen Ordner wählen, in den geschrieben werden darf</translation>
    </message>
    <message>
        <source>create the folder %1 first</source>
        <translation>zuerst den Ordner %1 anlegen</translation>
    </message>
    <message>
        <source>choose a place you may write to</source>
        <translation>einen Ort wählen, an dem geschrieben werden darf</translation>
    </message>
    <message>
        <source>%1 is a file: choose a folder</source>
        <translation>%1 ist eine Datei: einen Ordner wählen</translation>
    </message>
    <message>
        <source>a file is in the way: choose another folder</source>
        <translation>eine Datei ist im Weg: einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>remove the link, or name the file itself</source>
        <translation>den Verweis entfernen oder die Datei selbst nennen</translation>
    </message>
    <message>
        <source>give the name of a file</source>
        <translation>den Namen einer Datei angeben</translation>
    </message>
    <message>
        <source>give the file itself</source>
        <translation>die Datei selbst angeben</translation>
    </message>
    <message>
        <source>give a file name inside it</source>
        <translation>einen Dateinamen darin angeben</translation>
    </message>
    <message>
        <source>give the name of a new folder</source>
        <translation>den Namen eines neuen Ordners angeben</translation>
    </message>
    <message>
        <source>use up to 64 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, not starting with &apos;.&apos;</source>
        <translation>bis zu 64 Buchstaben, Ziffern, „-“, „_“ und „.“ verwenden, nicht mit „.“ am Anfang</translation>
    </message>
    <message>
        <source>the file is damaged or cut short; download it again</source>
        <translation>die Datei ist beschädigt oder abgeschnitten; sie noch einmal herunterladen</translation>
    </message>
    <message>
        <source>the file is damaged; download it again</source>
        <translation>die Datei ist beschädigt; sie noch einmal herunterladen</translation>
    </message>
    <message>
        <source>download or copy it again</source>
        <translation>sie noch einmal herunterladen oder kopieren</translation>
    </message>
    <message>
        <source>restore it and load it again</source>
        <translation>sie wiederherstellen und noch einmal laden</translation>
    </message>
    <message>
        <source>files ending in .safetensors, .pth, .pt or .ckpt can be read</source>
        <translation>gelesen werden Dateien, die auf .safetensors, .pth, .pt oder .ckpt enden</translation>
    </message>
    <message>
        <source>this file is a tokenizer; give the transformer&apos;s checkpoint</source>
        <translation>diese Datei ist ein Tokenizer; den Checkpoint des Transformers angeben</translation>
    </message>
    <message>
        <source>this file is a transformer; give the tokenizer&apos;s checkpoint</source>
        <translation>diese Datei ist ein Transformer; den Checkpoint des Tokenizers angeben</translation>
    </message>
    <message>
        <source>give the tokenizer that the transformer was trained with</source>
        <translation>den Tokenizer angeben, mit dem der Transformer trainiert wurde</translation>
    </message>
    <message>
        <source>the file is damaged or no torch checkpoint</source>
        <translation>die Datei ist beschädigt oder kein Torch-Checkpoint</translation>
    </message>
    <message>
        <source>save model.state_dict() itself, or under the name &apos;model&apos;</source>
        <translation>model.state_dict() selbst speichern oder unter dem Namen „model“</translation>
    </message>
    <message>
        <source>save model.state_dict() with torch.save instead</source>
        <translation>stattdessen model.state_dict() mit torch.save speichern</translation>
    </message>
    <message>
        <source>get the weights from a source you trust, saved as a plain state dict or as safetensors</source>
        <translation>die Gewichte aus einer vertrauenswürdigen Quelle nehmen, als einfaches State-Dict oder als Safetensors</translation>
    </message>
    <message>
        <source>unpack it and load the checkpoint inside</source>
        <translation>es entpacken und den Checkpoint darin laden</translation>
    </message>
    <message>
        <source>store the weights as bf16 or f32</source>
        <translation>die Gewichte als bf16 oder f32 speichern</translation>
    </message>
    <message>
        <source>the checkpoint is broken; take another</source>
        <translation>der Checkpoint ist beschädigt; einen anderen nehmen</translation>
    </message>
    <message>
        <source>give one class name a line</source>
        <translation>einen Klassennamen je Zeile angeben</translation>
    </message>
    <message>
        <source>correct that entry of the file</source>
        <translation>diesen Eintrag der Datei berichtigen</translation>
    </message>
    <message>
        <source>known keys: %1</source>
        <translation>bekannte Schlüssel: %1</translation>
    </message>
    <message>
        <source>known models: %1</source>
        <translation>bekannte Modelle: %1</translation>
    </message>
    <message>
        <source>did you mean %1</source>
        <translation>vielleicht ist %1 gemeint</translation>
    </message>
    <message>
        <source>a model&apos;s folder has a model.json</source>
        <translation>zum Ordner eines Modells gehört eine model.json</translation>
    </message>
    <message>
        <source>update LPD Studio</source>
        <translation>LPD Studio aktualisieren</translation>
    </message>
    <message>
        <source>install LPD Studio again</source>
        <translation>LPD Studio noch einmal installieren</translation>
    </message>
    <message>
        <source>close other programs, or choose a smaller model</source>
        <translation>andere Programme schließen oder ein kleineres Modell wählen</translation>
    </message>
    <message>
        <source>use a smaller batch or fewer images at once</source>
        <translation>weniger Bilder auf einmal erzeugen</translation>
    </message>
    <message>
        <source>the weights may be damaged; if precision is bf16, try fp32</source>
        <translation>die Gewichte sind vielleicht beschädigt; mit bf16 als Genauigkeit fp32 versuchen</translation>
    </message>
    <message>
        <source>open it with a newer LPD Studio</source>
        <translation>es mit einem neueren LPD Studio öffnen</translation>
    </message>
    <message>
        <source>the picture itself may be fine; its settings cannot be restored</source>
        <translation>das Bild selbst kann in Ordnung sein; seine Einstellungen sind nicht wiederherzustellen</translation>
    </message>
    <message>
        <source>save a PNG</source>
        <translation>ein PNG speichern</translation>
    </message>
    <message>
        <source>write a .gif or .webp</source>
        <translation>ein .gif oder .webp schreiben</translation>
    </message>
    <message>
        <source>write a .webp</source>
        <translation>ein .webp schreiben</translation>
    </message>
    <message>
        <source>a value is out of range: %1</source>
        <translation>ein Wert liegt außerhalb des Bereichs: %1</translation>
    </message>
    <message>
        <source>something is missing: %1</source>
        <translation>etwas fehlt: %1</translation>
    </message>
    <message>
        <source>a file cannot be used: %1</source>
        <translation>eine Datei ist nicht zu gebrauchen: %1</translation>
    </message>
    <message>
        <source>a file cannot be read or written: %1</source>
        <translation>eine Datei kann nicht gelesen oder geschrieben werden: %1</translation>
    </message>
    <message>
        <source>this computer cannot do that: %1</source>
        <translation>dieser Rechner kann das nicht: %1</translation>
    </message>
    <message>
        <source>the memory is too small: %1</source>
        <translation>der Speicher reicht nicht: %1</translation>
    </message>
    <message>
        <source>an unexpected fault: %1</source>
        <translation>ein unerwarteter Fehler: %1</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Choose a picture to see how it was made.</source>
        <translation>Ein Bild auswählen, um zu sehen, wie es entstand.</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern setzen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>Alles übernehmen</translation>
    </message>
    <message>
        <source>The next picture is made with everything as here, the seed included</source>
        <translation>Das nächste Bild entsteht genau wie dieses, auch mit demselben Seed</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Show how it was made, step by step</source>
        <translation>Schritt für Schritt zeigen, wie es entstand</translation>
    </message>
    <message>
        <source>Remix</source>
        <translation>Remix</translation>
    </message>
    <message>
        <source>The same settings with a new seed</source>
        <translation>Dieselben Einstellungen mit neuem Seed</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Use this seed</source>
        <translation>Diesen Seed übernehmen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Use these steps and this order</source>
        <translation>Diese Schritte und Reihenfolge übernehmen</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>Use this guidance</source>
        <translation>Diese Führung übernehmen</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell verwenden</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Let it race against other orders: same subject, seed and settings</source>
        <translation>Im Rennen gegen andere Reihenfolgen: dasselbe Motiv, derselbe Seed, dieselben Einstellungen</translation>
    </message>
    <message>
        <source>As a file of another format or size</source>
        <translation>Als Datei in anderem Format oder anderer Größe</translation>
    </message>
    <message>
        <source>Drag it to another program</source>
        <translation>In ein anderes Programm ziehen</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to take in the preset</source>
        <translation>Loslassen, um die Voreinstellung aufzunehmen</translation>
    </message>
    <message>
        <source>Drop to see how it was made</source>
        <translation>Loslassen, um zu sehen, wie es entstand</translation>
    </message>
    <message>
        <source>Only PNGs that LPD Studio made can be opened here</source>
        <translation>Hier lassen sich nur PNGs öffnen, die LPD Studio erzeugt hat</translation>
    </message>
    <message>
        <source>Its settings are kept under its name, and set.</source>
        <translation>Ihre Einstellungen werden unter ihrem Namen gesichert und übernommen.</translation>
    </message>
    <message>
        <source>Its settings are taken over, and it is replayed step by step.</source>
        <translation>Seine Einstellungen werden übernommen, und es wird Schritt für Schritt abgespielt.</translation>
    </message>
    <message>
        <source>Drop to import the model</source>
        <translation>Loslassen, um das Modell zu importieren</translation>
    </message>
    <message>
        <source>Its files go to the models, where each finds its place.</source>
        <translation>Seine Dateien kommen zu den Modellen, wo jede ihren Platz findet.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message numerus="yes">
        <source>A picture in %n step(s)</source>
        <translation>
            <numerusform>Ein Bild in einem Schritt</numerusform>
            <numerusform>Ein Bild in %n Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>Patches are made many at a time: near finished ones, kept apart from each other.</source>
        <translation>Viele Kacheln entstehen zugleich: nah an fertigen, mit Abstand zueinander.</translation>
    </message>
    <message>
        <source>Patches are made many at a time, in the order shown here.</source>
        <translation>Viele Kacheln entstehen zugleich, in der hier gezeigten Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Back to recommended settings</source>
        <translation>Zurück zu den empfohlenen Einstellungen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>The released tools&apos; format: positions in the order they are made.</source>
        <translation>Das Format der veröffentlichten Werkzeuge: Positionen in der Reihenfolge, in der sie entstehen.</translation>
    </message>
    <message>
        <source>One line a patch: step, place, why it was chosen, support.</source>
        <translation>Eine Zeile je Kachel: Schritt, Platz, Grund der Wahl, Rückhalt.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Higher is larger and closer to the picture</source>
        <translation>Höher ist größer und näher am Bild</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>How many times the picture is enlarged</source>
        <translation>Wie stark das Bild vergrößert wird</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Keep how it was made</source>
        <translation>Entstehung mitspeichern</translation>
    </message>
    <message>
        <source>The file can be replayed, and its settings used again</source>
        <translation>Die Datei lässt sich abspielen, und ihre Einstellungen lassen sich wieder verwenden</translation>
    </message>
    <message>
        <source>Its settings as text, for other programs to show; only a PNG can be replayed</source>
        <translation>Ihre Einstellungen als Text, den andere Programme zeigen; nur ein PNG lässt sich abspielen</translation>
    </message>
    <message>
        <source>A step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>How long each step is shown</source>
        <translation>Wie lange jeder Schritt zu sehen ist</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Das Ende</translation>
    </message>
    <message>
        <source>How long the finished picture is shown</source>
        <translation>Wie lange das fertige Bild zu sehen ist</translation>
    </message>
    <message>
        <source>Outline the newest patches</source>
        <translation>Neueste Kacheln umranden</translation>
    </message>
    <message>
        <source>Order map</source>
        <translation>Karte der Reihenfolge</translation>
    </message>
    <message>
        <source>Patches in the colour of their step</source>
        <translation>Kacheln in der Farbe ihres Schritts</translation>
    </message>
    <message>
        <source>Step numbers</source>
        <translation>Schrittnummern</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Filled in: {class} {seed} {index} {steps} {order} {model} {date} {time}</source>
        <translation>Eingesetzt werden: {class} {seed} {index} {steps} {order} {model} {date} {time}</translation>
    </message>
    <message>
        <source>Frame the patches of each step as it appears</source>
        <translation>Die Kacheln jedes Schritts umranden, während er erscheint</translation>
    </message>
    <message>
        <source>Write its step into every finished patch</source>
        <translation>In jede fertige Kachel ihren Schritt schreiben</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Drag it to another program</source>
        <translation>In ein anderes Programm ziehen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message numerus="yes">
        <source>%n picture(s) on a sheet</source>
        <translation>
            <numerusform>%n Bild auf einem Bogen</numerusform>
            <numerusform>%n Bilder auf einem Bogen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The finished picture</source>
        <translation>Das fertige Bild</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>How it filled in, step by step</source>
        <translation>Wie es sich füllte, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Which patch was made when</source>
        <translation>Welche Kachel wann entstand</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Choose where exports go</source>
        <translation>Wählen, wohin exportiert wird</translation>
    </message>
    <message>
        <source>Where exports go</source>
        <translation>Wohin exportiert wird</translation>
    </message>
    <message>
        <source>All finished pictures of the strip</source>
        <translation>Alle fertigen Bilder der Leiste</translation>
    </message>
    <message>
        <source>Write it there; nothing is replaced</source>
        <translation>Dorthin schreiben; nichts wird ersetzt</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Pictures of this session</source>
        <translation>Bilder dieser Sitzung</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Seed %2</translation>
    </message>
    <message>
        <source>%1 · seed %2</source>
        <translation>%1 · Seed %2</translation>
    </message>
    <message>
        <source>Older pictures are in the gallery</source>
        <translation>Ältere Bilder sind in der Galerie</translation>
    </message>
</context>
<context>
    <name>GalleryEmpty</name>
    <message>
        <source>No picture is like this</source>
        <translation>Kein Bild passt dazu</translation>
    </message>
    <message>
        <source>Every picture you make is kept here</source>
        <translation>Jedes erzeugte Bild wird hier aufbewahrt</translation>
    </message>
    <message>
        <source>Search for a subject, an order, a number of steps, a seed or a date: “sailboat raster 20”, “seed:284119073”, “2026-11”.</source>
        <translation>Suchen lässt sich nach Motiv, Reihenfolge, Zahl der Schritte, Seed oder Datum: „sailboat raster 20“, „seed:284119073“, „2026-11“.</translation>
    </message>
    <message>
        <source>With its seed and its steps, so that you can replay it, use its settings again and compare it with others.</source>
        <translation>Mit Seed und Schritten: zum Abspielen, zum Wiederverwenden der Einstellungen und zum Vergleichen mit anderen.</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>Alle Bilder zeigen</translation>
    </message>
    <message>
        <source>Make the first picture</source>
        <translation>Das erste Bild erzeugen</translation>
    </message>
</context>
<context>
    <name>GalleryGrid</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>GalleryHeader</name>
    <message>
        <source>Subject, order, steps, seed or date</source>
        <translation>Motiv, Reihenfolge, Seed, Datum …</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>For example: sailboat raster 20, seed:284119073, steps:8-32, 2026-11, yesterday</source>
        <translation>Zum Beispiel: sailboat raster 20, seed:284119073, steps:8-32, 2026-11, gestern</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <source>Take the filter %1 away</source>
        <translation>Filter %1 entfernen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Only one order or one model</source>
        <translation>Nur eine Reihenfolge oder ein Modell</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Oldest first; click for the newest</source>
        <translation>Älteste zuerst; ein Klick zeigt die neuesten</translation>
    </message>
    <message>
        <source>Newest first; click for the oldest</source>
        <translation>Neueste zuerst; ein Klick zeigt die ältesten</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Write what waits, now</source>
        <translation>Jetzt schreiben, was wartet</translation>
    </message>
</context>
<context>
    <name>GalleryRail</name>
    <message>
        <source>All pictures</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Race results</source>
        <translation>Aus Rennen</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Motive</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>GalleryTile</name>
    <message numerus="yes">
        <source>%1, %n step(s), starred</source>
        <translation>
            <numerusform>%1, %n Schritt, mit Stern</numerusform>
            <numerusform>%1, %n Schritte, mit Stern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n Schritt</numerusform>
            <numerusform>%1, %n Schritte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GenerateFooter</name>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Waits until the pictures before it are made</source>
        <translation>Wartet, bis die Bilder davor erzeugt sind</translation>
    </message>
    <message>
        <source>Stop this one</source>
        <translation>Dieses anhalten</translation>
    </message>
</context>
<context>
    <name>GroupBars</name>
    <message numerus="yes">
        <source>Group sizes of %n step(s)</source>
        <translation>
            <numerusform>Gruppengrößen von %n Schritt</numerusform>
            <numerusform>Gruppengrößen von %n Schritten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupCurve</name>
    <message>
        <source>Group sizes, from %1 to %2</source>
        <translation>Gruppengrößen von %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>Step %1, %n patch(es). Up and down change it, left and right choose a step</source>
        <translation>
            <numerusform>Schritt %1, %n Kachel. Auf und ab ändert die Zahl, links und rechts wählt einen Schritt</numerusform>
            <numerusform>Schritt %1, %n Kacheln. Auf und ab ändert die Zahl, links und rechts wählt einen Schritt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step %1: %n patch(es). Drag to change</source>
        <translation>
            <numerusform>Schritt %1: %n Kachel. Ziehen ändert die Zahl</numerusform>
            <numerusform>Schritt %1: %n Kacheln. Ziehen ändert die Zahl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step %1: %n patch(es)</source>
        <translation>
            <numerusform>Schritt %1: %n Kachel</numerusform>
            <numerusform>Schritt %1: %n Kacheln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryFolderRow</name>
    <message>
        <source>Pictures of the gallery</source>
        <translation>Bilder der Galerie</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the folder in the file manager</source>
        <translation>Den Ordner in der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Go to the gallery</source>
        <translation>Zur Galerie gehen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>The folder was given when the program was started</source>
        <translation>Der Ordner wurde beim Start des Programms angegeben</translation>
    </message>
    <message>
        <source>Keep pictures in another folder</source>
        <translation>Bilder in einem anderen Ordner aufbewahren</translation>
    </message>
    <message numerus="yes">
        <source>New pictures go to %1. What about the %n you have?</source>
        <translation>
            <numerusform>Neue Bilder kommen nach %1. Was geschieht mit dem vorhandenen?</numerusform>
            <numerusform>Neue Bilder kommen nach %1. Was geschieht mit den %n vorhandenen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them along</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>They are copied first and removed from the old folder when all have arrived</source>
        <translation>Sie werden zuerst kopiert und aus dem alten Ordner entfernt, wenn alle angekommen sind</translation>
    </message>
    <message>
        <source>Leave them there</source>
        <translation>Dort lassen</translation>
    </message>
    <message>
        <source>The gallery shows the new folder only; choose the old one again to see them</source>
        <translation>Die Galerie zeigt nur den neuen Ordner; den alten wieder wählen, um sie zu sehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copying %1 of %2</source>
        <translation>%1 von %2 wird kopiert</translation>
    </message>
    <message>
        <source>Looking at the folder</source>
        <translation>Der Ordner wird geprüft</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>All pictures stay in the old folder</source>
        <translation>Alle Bilder bleiben im alten Ordner</translation>
    </message>
    <message>
        <source>Keep pictures in</source>
        <translation>Bilder aufbewahren in</translation>
    </message>
</context>
<context>
    <name>HistoryImages</name>
    <message>
        <source>The picture is not there</source>
        <translation>Das Bild ist nicht vorhanden</translation>
    </message>
</context>
<context>
    <name>HistoryMove</name>
    <message>
        <source>%1 could not be copied: %2</source>
        <translation>%1 konnte nicht kopiert werden: %2</translation>
    </message>
    <message>
        <source>All pictures are still in the old folder</source>
        <translation>Alle Bilder sind noch im alten Ordner</translation>
    </message>
    <message>
        <source>The pictures are kept there already</source>
        <translation>Die Bilder werden schon dort aufbewahrt</translation>
    </message>
    <message>
        <source>One of the two folders is inside the other</source>
        <translation>Einer der beiden Ordner liegt im anderen</translation>
    </message>
    <message>
        <source>Choose a folder beside the present one</source>
        <translation>Einen Ordner neben dem jetzigen wählen</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Choose another folder, or look at its permissions</source>
        <translation>Einen anderen Ordner wählen oder seine Rechte ansehen</translation>
    </message>
    <message>
        <source>The disk of %1 has too little room: %2 MB are needed, %3 MB are free</source>
        <translation>Auf der Platte von %1 ist zu wenig Platz: %2 MB sind nötig, %3 MB sind frei</translation>
    </message>
    <message>
        <source>Choose another disk, or leave the pictures where they are</source>
        <translation>Eine andere Platte wählen oder die Bilder lassen, wo sie sind</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation>Der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Einen anderen Ordner wählen</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt;0.1%</source>
        <translation>&lt;0,1 %</translation>
    </message>
    <message>
        <source>Row %1, column %2, step %3</source>
        <translation>Zeile %1, Spalte %2, Schritt %3</translation>
    </message>
    <message>
        <source>Row %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Place in step</source>
        <translation>Platz im Schritt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Rückhalt</translation>
    </message>
    <message>
        <source>Nearest in step</source>
        <translation>Nächste im Schritt</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 Kacheln</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>Esc to let go</source>
        <translation>Esc zum Lösen</translation>
    </message>
    <message>
        <source>Click to pin</source>
        <translation>Klick zum Anheften</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>A transformer and the tokenizer it was trained with become a model. They are read as data; nothing in them is run.</source>
        <translation>Ein Transformer und der Tokenizer, mit dem er trainiert wurde, werden ein Modell. Sie werden als Daten gelesen; nichts in ihnen wird ausgeführt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>Store weights as</source>
        <translation>Gewichte speichern als</translation>
    </message>
    <message>
        <source>As released, nothing is rounded</source>
        <translation>Wie veröffentlicht, nichts wird gerundet</translation>
    </message>
    <message>
        <source>Half the disk space; rounded as it would be to compute in bf16</source>
        <translation>Halber Speicherplatz; gerundet wie beim Rechnen in bf16</translation>
    </message>
    <message>
        <source>Half the disk space, finer than bf16; very large weights are refused</source>
        <translation>Halber Speicherplatz, feiner als bf16; sehr große Gewichte werden abgelehnt</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leaves nothing behind</source>
        <translation>Hinterlässt nichts</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Or drop them anywhere on this page</source>
        <translation>Oder irgendwo auf dieser Seite ablegen</translation>
    </message>
</context>
<context>
    <name>ImportPart</name>
    <message>
        <source>Transformer</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Subject names</source>
        <translation>Namen der Motive</translation>
    </message>
    <message>
        <source>For example lpd_l_256.pth</source>
        <translation>Zum Beispiel lpd_l_256.pth</translation>
    </message>
    <message>
        <source>For example vq_ds16_c2i.pt</source>
        <translation>Zum Beispiel vq_ds16_c2i.pt</translation>
    </message>
    <message>
        <source>Optional: JSON with what shapes cannot tell</source>
        <translation>Optional: JSON mit dem, was Formen nicht verraten</translation>
    </message>
    <message>
        <source>Optional: one name a line; ImageNet&apos;s are built in</source>
        <translation>Optional: ein Name je Zeile; die von ImageNet sind eingebaut</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, missing</source>
        <translation>%1, fehlt</translation>
    </message>
    <message>
        <source>Take this file away</source>
        <translation>Diese Datei entfernen</translation>
    </message>
    <message>
        <source>Choose files; each finds its place by what is in it</source>
        <translation>Dateien wählen; jede findet anhand ihres Inhalts ihren Platz</translation>
    </message>
</context>
<context>
    <name>KeyHint</name>
    <message>
        <source>Ctrl</source>
        <comment>key</comment>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>key</comment>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>key</comment>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>key</comment>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <comment>key</comment>
        <translation>Ende</translation>
    </message>
</context>
<context>
    <name>LaneCard</name>
    <message numerus="yes">
        <source>Lane %1: %2, %n step(s)</source>
        <translation>
            <numerusform>Bahn %1: %2, %n Schritt</numerusform>
            <numerusform>Bahn %1: %2, %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>guidance %1</source>
        <translation>Führung %1</translation>
    </message>
    <message>
        <source>Change this lane</source>
        <translation>Diese Bahn ändern</translation>
    </message>
    <message>
        <source>Picture of lane %1</source>
        <translation>Bild von Bahn %1</translation>
    </message>
    <message>
        <source>Not made yet</source>
        <translation>Noch nicht erzeugt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>done at</source>
        <translation>fertig nach</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>The sum of its steps, measured while it ran alone. Turning the tokens into pixels is the same work in every lane and not counted.</source>
        <translation>Die Summe ihrer Schritte, gemessen, während sie allein lief. Das Umrechnen der Token in Pixel ist in jeder Bahn dieselbe Arbeit und zählt nicht mit.</translation>
    </message>
</context>
<context>
    <name>LaneEditor</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>How strictly the picture follows its subject; 1 is not at all</source>
        <translation>Wie streng das Bild seinem Motiv folgt; 1 heißt gar nicht</translation>
    </message>
    <message>
        <source>Remove this lane</source>
        <translation>Diese Bahn entfernen</translation>
    </message>
    <message>
        <source>A race has at least two lanes</source>
        <translation>Ein Rennen hat mindestens zwei Bahnen</translation>
    </message>
</context>
<context>
    <name>LaneStatistics</name>
    <message>
        <source>support</source>
        <translation>Rückhalt</translation>
    </message>
    <message>
        <source>when placed</source>
        <translation>beim Setzen</translation>
    </message>
    <message>
        <source>Mean over all patches, at the start of their step: finished patches among the eight neighbours, each counted as one over its distance in cells.</source>
        <translation>Mittel über alle Kacheln zu Beginn ihres Schritts: fertige Kacheln unter den acht Nachbarn, jede gezählt als eins durch ihren Abstand in Kacheln.</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 Kacheln</translation>
    </message>
    <message>
        <source>cells apart</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>apart within</source>
        <translation>Abstand in</translation>
    </message>
    <message>
        <source>one patch</source>
        <translation>eine Kachel</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>einem Schritt</translation>
    </message>
    <message>
        <source>at a time</source>
        <translation>auf einmal</translation>
    </message>
    <message>
        <source>Mean over all patches of the distance to the nearest patch made in the same step, in cells.</source>
        <translation>Mittlerer Abstand aller Kacheln zur nächsten Kachel desselben Schritts, in Kacheln.</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>daneben</translation>
    </message>
    <message>
        <source>placed beside</source>
        <translation>gesetzt neben</translation>
    </message>
    <message>
        <source>finished patches</source>
        <translation>fertigen Kacheln</translation>
    </message>
    <message>
        <source>Share of patches that had at least one finished patch among their eight neighbours when their step began.</source>
        <translation>Anteil der Kacheln, die zu Beginn ihres Schritts mindestens eine fertige unter ihren acht Nachbarn hatten.</translation>
    </message>
</context>
<context>
    <name>LayerLegend</name>
    <message>
        <source>Step 1</source>
        <translation>Schritt 1</translation>
    </message>
    <message>
        <source>No support</source>
        <translation>Kein Rückhalt</translation>
    </message>
    <message>
        <source>6.8, all sides</source>
        <translation>6,8: alle Seiten</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>0%</source>
        <translation>0 %</translation>
    </message>
    <message>
        <source>100% sure</source>
        <translation>100 % sicher</translation>
    </message>
    <message>
        <source>Colours from %1 to %2</source>
        <translation>Farben von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>LayerSwitch</name>
    <message>
        <source>What the canvas shows</source>
        <translation>Was die Leinwand zeigt</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The picture as it is. L shows the next layer</source>
        <translation>Das Bild, wie es ist. L zeigt die nächste Ebene</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>In which step each patch was made</source>
        <translation>In welchem Schritt jede Kachel entstand</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Rückhalt</translation>
    </message>
    <message>
        <source>How much was finished around each patch when it was made</source>
        <translation>Wie viel um jede Kachel fertig war, als sie entstand</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>How undecided the model was, in bits</source>
        <translation>Wie unentschieden das Modell war, in Bit</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>How likely the chosen token was</source>
        <translation>Wie wahrscheinlich das gewählte Token war</translation>
    </message>
</context>
<context>
    <name>LayersSection</name>
    <message>
        <source>Order map</source>
        <translation>Karte der Reihenfolge</translation>
    </message>
    <message>
        <source>Colour every patch by the step that made it</source>
        <translation>Jede Kachel nach ihrem Schritt färben</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>How strongly the layer&apos;s colours cover the picture</source>
        <translation>Wie stark die Farben der Ebene das Bild überdecken</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Step numbers</source>
        <translation>Schrittnummern</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Write the layer&apos;s number into each patch</source>
        <translation>Die Zahl der Ebene in jede Kachel schreiben</translation>
    </message>
    <message>
        <source>Group outlines</source>
        <translation>Gruppenumrisse</translation>
    </message>
    <message>
        <source>Frame the patches that were made together with the one pointed at</source>
        <translation>Die Kacheln umranden, die mit der gezeigten zusammen entstanden</translation>
    </message>
    <message>
        <source>Keep-apart halo</source>
        <translation>Abstandshof</translation>
    </message>
    <message>
        <source>Show what the repulsion rule kept free around the patch pointed at</source>
        <translation>Zeigen, was die Abstoßung um die gezeigte Kachel frei hielt</translation>
    </message>
    <message>
        <source>Links to support</source>
        <translation>Linien zum Rückhalt</translation>
    </message>
    <message>
        <source>Lines from a pinned patch to the finished neighbours that spoke for it</source>
        <translation>Linien von einer angehefteten Kachel zu den fertigen Nachbarn, die für sie sprachen</translation>
    </message>
    <message>
        <source>Patch grid</source>
        <translation>Kachelgitter</translation>
    </message>
    <message>
        <source>Lines between patches, one token each</source>
        <translation>Linien zwischen den Kacheln, jede ein Token</translation>
    </message>
    <message>
        <source>Crisp pixels</source>
        <translation>Scharfe Pixel</translation>
    </message>
    <message>
        <source>Square pixels when enlarged, instead of smooth ones</source>
        <translation>Beim Vergrößern eckige statt weicher Pixel</translation>
    </message>
    <message>
        <source>Decode while it is made</source>
        <translation>Zwischendurch dekodieren</translation>
    </message>
    <message>
        <source>Show real pixels now and then before the picture is complete. At most a fiftieth of the time goes into it</source>
        <translation>Hin und wieder echte Pixel zeigen, bevor das Bild fertig ist. Höchstens ein Fünfzigstel der Zeit geht dafür auf</translation>
    </message>
    <message>
        <source>Group being made</source>
        <translation>Entstehende Gruppe</translation>
    </message>
    <message>
        <source>Light up the patches that are made now, and mark the next ones with a dot</source>
        <translation>Die Kacheln, die jetzt entstehen, leuchten lassen und die nächsten mit einem Punkt markieren</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
</context>
<context>
    <name>LocalitySection</name>
    <message>
        <source>Locality</source>
        <translation>Lokalität</translation>
    </message>
    <message>
        <source>whole picture</source>
        <translation>ganzes Bild</translation>
    </message>
    <message>
        <source>support when placed</source>
        <translation>Rückhalt beim Setzen</translation>
    </message>
    <message>
        <source>Finished neighbours of a patch when its step began, each counted as 1 over its distance; mean of all patches</source>
        <translation>Fertige Nachbarn einer Kachel zu Beginn ihres Schritts, jeder gezählt als 1 durch seinen Abstand; Mittel aller Kacheln</translation>
    </message>
    <message>
        <source>cells apart in a step</source>
        <translation>Kacheln Abstand im Schritt</translation>
    </message>
    <message>
        <source>From a patch to the nearest one of the same step; mean of all patches that have one</source>
        <translation>Von einer Kachel zur nächsten desselben Schritts; Mittel aller Kacheln, die eine haben</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>placed beside finished</source>
        <translation>neben fertigen gesetzt</translation>
    </message>
    <message>
        <source>Patches with at least one finished neighbour when their step began</source>
        <translation>Kacheln mit mindestens einem fertigen Nachbarn zu Beginn ihres Schritts</translation>
    </message>
    <message>
        <source>Support by step</source>
        <translation>Rückhalt je Schritt</translation>
    </message>
    <message>
        <source>Support by step, at most %1</source>
        <translation>Rückhalt je Schritt, höchstens %1</translation>
    </message>
    <message>
        <source>one patch at a time</source>
        <translation>eine Kachel auf einmal</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 – LPD Studio</source>
        <translation>%1 – LPD Studio</translation>
    </message>
    <message>
        <source>LPD Studio</source>
        <translation>LPD Studio</translation>
    </message>
    <message>
        <source>%1 is imported</source>
        <translation>%1 ist importiert</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are not saved yet</source>
        <translation>
            <numerusform>Ein Bild ist noch nicht gespeichert</numerusform>
            <numerusform>%n Bilder sind noch nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Preset “%1” taken in and set</source>
        <translation>Voreinstellung „%1“ aufgenommen und übernommen</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Preset “%1” deleted</source>
        <translation>Voreinstellung „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) deleted</source>
        <translation>
            <numerusform>Bild gelöscht</numerusform>
            <numerusform>%n Bilder gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving works again: %n picture(s) were waiting</source>
        <translation>
            <numerusform>Speichern geht wieder: ein Bild hat gewartet</numerusform>
            <numerusform>Speichern geht wieder: %n Bilder haben gewartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The gallery&apos;s index was damaged and has been made anew from %n picture(s)</source>
        <translation>
            <numerusform>Das Verzeichnis der Galerie war beschädigt und wurde aus einem Bild neu angelegt</numerusform>
            <numerusform>Das Verzeichnis der Galerie war beschädigt und wurde aus %n Bildern neu angelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>Bild kopiert</translation>
    </message>
    <message numerus="yes">
        <source>The queue holds %n from last time, and is paused</source>
        <translation>
            <numerusform>Die Warteschlange enthält noch %n vom letzten Mal und pausiert</numerusform>
            <numerusform>Die Warteschlange enthält noch %n vom letzten Mal und pausiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>New pictures are kept in the new folder</source>
        <translation>Neue Bilder kommen in den neuen Ordner</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) came along to the new folder</source>
        <translation>
            <numerusform>%n Bild ist in den neuen Ordner mitgekommen</numerusform>
            <numerusform>%n Bilder sind in den neuen Ordner mitgekommen</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue is paused</source>
        <translation>Die Warteschlange pausiert</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n file(s)</source>
        <translation>
            <numerusform>%n Datei gespeichert</numerusform>
            <numerusform>%n Dateien gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n Motiv</numerusform>
            <numerusform>%n Motive</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %1 px</source>
        <translation>%1 × %1 px</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>%1 auf der Platte</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Waits for the queue</source>
        <translation>Wartet auf die Warteschlange</translation>
    </message>
    <message>
        <source>Resting</source>
        <translation>Ruht</translation>
    </message>
    <message>
        <source>It left memory after an idle while; the next picture brings it back</source>
        <translation>Nach einer Weile ohne Arbeit hat es den Speicher verlassen; das nächste Bild holt es zurück</translation>
    </message>
    <message>
        <source>Licence: %1. Folder: %2</source>
        <translation>Lizenz: %1. Ordner: %2</translation>
    </message>
    <message>
        <source>No licence is given. Folder: %1</source>
        <translation>Keine Lizenz angegeben. Ordner: %1</translation>
    </message>
    <message>
        <source>more than there is</source>
        <translation>mehr als vorhanden</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>im Speicher</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Load it again</source>
        <translation>Noch einmal laden</translation>
    </message>
    <message>
        <source>Load it, and make pictures with it</source>
        <translation>Laden und damit Bilder erzeugen</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lädt…</translation>
    </message>
    <message>
        <source>Loads when the queue is done</source>
        <translation>Lädt nach der Warteschlange</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message numerus="yes">
        <source>%n patch(es)</source>
        <translation>
            <numerusform>%n Kachel</numerusform>
            <numerusform>%n Kacheln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message numerus="yes">
        <source>%n on this computer. They run here; nothing leaves it.</source>
        <translation>
            <numerusform>Eines auf diesem Computer. Es läuft hier; nichts verlässt ihn.</numerusform>
            <numerusform>%n auf diesem Computer. Sie laufen hier; nichts verlässt ihn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>Erneut nach Modellen suchen</translation>
    </message>
    <message>
        <source>Drop the weights here</source>
        <translation>Gewichte hier ablegen</translation>
    </message>
    <message>
        <source>Each file finds its place by what is in it</source>
        <translation>Jede Datei findet anhand ihres Inhalts ihren Platz</translation>
    </message>
    <message>
        <source>Choose weight files</source>
        <translation>Gewichtsdateien wählen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Weights and lists (*.pth *.pt *.safetensors *.ckpt *.bin *.json *.txt)</source>
        <translation>Gewichte und Listen (*.pth *.pt *.safetensors *.ckpt *.bin *.json *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>NeighbourMap</name>
    <message>
        <source>Support of the neighbours</source>
        <translation>Rückhalt durch die Nachbarn</translation>
    </message>
</context>
<context>
    <name>OrderSection</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>More orders</source>
        <translation>Weitere Reihenfolgen</translation>
    </message>
    <message>
        <source>Proximity</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>How much finished neighbourhood a patch needs to be made next</source>
        <translation>Wie viel fertige Nachbarschaft eine Kachel braucht, um als nächste zu entstehen</translation>
    </message>
    <message>
        <source>Repulsion</source>
        <translation>Abstoßung</translation>
    </message>
    <message>
        <source>How far apart patches of one step keep, in cells</source>
        <translation>Wie weit Kacheln eines Schritts Abstand halten, in Kacheln</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>PaletteCommands</name>
    <message>
        <source>Order: %1</source>
        <translation>Reihenfolge: %1</translation>
    </message>
    <message>
        <source>Steps: %1</source>
        <translation>Schritte: %1</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Motiv</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Voreinstellung: %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Seed: %1</source>
        <translation>Seed: %1</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>Guidance: %1</source>
        <translation>Führung: %1</translation>
    </message>
</context>
<context>
    <name>PatchFacts</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Proximity pick</source>
        <translation>Nach Nähe</translation>
    </message>
    <message>
        <source>Spread pick</source>
        <translation>Gestreut</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
</context>
<context>
    <name>PatchHeader</name>
    <message>
        <source>Row %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>Patch %1 of %2</source>
        <translation>Kachel %1 von %2</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message numerus="yes">
        <source>with %n other(s)</source>
        <translation>
            <numerusform>mit %n weiteren</numerusform>
            <numerusform>mit %n weiteren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatchHint</name>
    <message>
        <source>Point at a patch to see why it was made there and what else it could have been. Click to pin it.</source>
        <translation>Auf eine Kachel zeigen, um zu sehen, warum sie dort entstand und was sie sonst hätte sein können. Ein Klick heftet sie an.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>%1 of %2</source>
        <comment>a picture of its run</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>PictureFacts</name>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>Vorzeitig angehalten</translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>Entsteht</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Time in steps</source>
        <translation>Zeit in Schritten</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1, up to %2 at once</source>
        <translation>%1, bis zu %2 zugleich</translation>
    </message>
</context>
<context>
    <name>PlanValues</name>
    <message>
        <source>subject</source>
        <translation>Motiv</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>group sizes</source>
        <translation>Gruppengrößen</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>proximity</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>repulsion</source>
        <translation>Abstoßung</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>guidance schedule</source>
        <translation>Verlauf der Führung</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>always the most likely</source>
        <translation>immer das wahrscheinlichste</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>seed lock</source>
        <translation>Seed-Sperre</translation>
    </message>
    <message>
        <source>number of images</source>
        <translation>Zahl der Bilder</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>muss eine Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>muss eines davon sein: %1</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a word</source>
        <translation>muss ein Wort sein</translation>
    </message>
    <message>
        <source>must be a list of whole numbers from 1</source>
        <translation>muss eine Liste ganzer Zahlen ab 1 sein</translation>
    </message>
    <message>
        <source>“%1” is no setting of a preset</source>
        <translation>„%1“ ist keine Einstellung einer Voreinstellung</translation>
    </message>
    <message>
        <source>“groupSizes” must have one entry a step</source>
        <translation>„groupSizes“ muss einen Eintrag je Schritt haben</translation>
    </message>
    <message>
        <source>growth</source>
        <translation>Wachstum</translation>
    </message>
</context>
<context>
    <name>PresetItem</name>
    <message>
        <source>%1 · by the model&apos;s maker</source>
        <translation>%1 · Vorgabe</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Share as a file</source>
        <translation>Als Datei weitergeben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>PresetPopup</name>
    <message>
        <source>Share the preset as a file</source>
        <translation>Voreinstellung als Datei weitergeben</translation>
    </message>
    <message>
        <source>Preset (*.json)</source>
        <translation>Voreinstellung (*.json)</translation>
    </message>
    <message>
        <source>Take in a preset</source>
        <translation>Voreinstellung aufnehmen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Keep as…</source>
        <translation>Sichern als…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Keep the settings as they are under this name</source>
        <translation>Die Einstellungen, wie sie sind, unter diesem Namen sichern</translation>
    </message>
    <message>
        <source>Take in a preset from a file. You can also drop it on the window.</source>
        <translation>Eine Voreinstellung aus einer Datei aufnehmen. Sie lässt sich auch auf dem Fenster ablegen.</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Own settings</source>
        <translation>Eigene Einstellungen</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Voreinstellung: %1</translation>
    </message>
    <message>
        <source>Presets: settings under a name</source>
        <translation>Voreinstellungen: Einstellungen unter einem Namen</translation>
    </message>
</context>
<context>
    <name>ProblemBox</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>Add the model&apos;s configuration file, which says how many heads it has</source>
        <translation>Die Konfigurationsdatei des Modells hinzufügen; sie sagt, wie viele Köpfe es hat</translation>
    </message>
    <message>
        <source>Choose another name, or remove what is there first</source>
        <translation>Einen anderen Namen wählen oder zuerst entfernen, was dort ist</translation>
    </message>
    <message>
        <source>Import one on the Models page</source>
        <translation>Eines auf der Seite „Modelle“ importieren</translation>
    </message>
    <message>
        <source>Choose another device in the settings</source>
        <translation>In den Einstellungen ein anderes Gerät wählen</translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message>
        <source>Queue: %1</source>
        <translation>Warteschlange: %1</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>Paused · %n waiting</source>
        <translation>
            <numerusform>Pausiert · %n wartet</numerusform>
            <numerusform>Pausiert · %n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping after this step</source>
        <translation>Hält nach diesem Schritt an</translation>
    </message>
    <message>
        <source>Decoding the picture</source>
        <translation>Das Bild wird dekodiert</translation>
    </message>
    <message>
        <source>Image %1 of %2 · %3 left</source>
        <translation>Bild %1 von %2 · noch %3</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready · %1</source>
        <translation>Bereit · %1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
</context>
<context>
    <name>QueueItem</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Try again. %1</source>
        <translation>Erneut versuchen. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Aus der Warteschlange entfernen</translation>
    </message>
</context>
<context>
    <name>QueuePopup</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>Go on with the queue</source>
        <translation>Warteschlange fortsetzen</translation>
    </message>
    <message>
        <source>Pause after the running one</source>
        <translation>Nach dem laufenden Bild pausieren</translation>
    </message>
    <message>
        <source>Remove all that wait</source>
        <translation>Alle wartenden entfernen</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Drag to change the order, or Alt with the arrow keys.</source>
        <translation>Die Reihenfolge ändern: ziehen, oder Alt mit den Pfeiltasten.</translation>
    </message>
    <message>
        <source>Ctrl+Enter adds to the end, Ctrl+Shift+Enter to the front.</source>
        <translation>Strg+Eingabe stellt hinten an, Strg+Umschalt+Eingabe vorn.</translation>
    </message>
</context>
<context>
    <name>RaceHeader</name>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Same picture, same noise: only the order and the number of steps differ.</source>
        <translation>Dasselbe Bild, dasselbe Rauschen: Nur Reihenfolge und Zahl der Schritte unterscheiden sich.</translation>
    </message>
    <message>
        <source>Lane %1 of %2, running alone</source>
        <translation>Bahn %1 von %2, läuft allein</translation>
    </message>
    <message>
        <source>The queue is paused</source>
        <translation>Die Warteschlange pausiert</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Synchronised by</source>
        <translation>Im Gleichlauf nach</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>All lanes at the same time of their own run</source>
        <translation>Alle Bahnen zur selben Zeit ihres eigenen Laufs</translation>
    </message>
    <message>
        <source>All lanes at the same number of steps</source>
        <translation>Alle Bahnen nach gleich vielen Schritten</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>A quarter of the real speed</source>
        <translation>Ein Viertel des echten Tempos</translation>
    </message>
    <message>
        <source>As fast as it was measured</source>
        <translation>So schnell wie gemessen</translation>
    </message>
    <message>
        <source>Four times as fast</source>
        <translation>Viermal so schnell</translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation>Bahn hinzufügen</translation>
    </message>
    <message>
        <source>Make and measure all lanes again</source>
        <translation>Alle Bahnen neu erzeugen und messen</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Von Anfang an</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start the race</source>
        <translation>Rennen starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Race again with what is set now</source>
        <translation>Neues Rennen mit dem, was jetzt eingestellt ist</translation>
    </message>
    <message>
        <source>Esc stops it, too</source>
        <translation>Esc hält es auch an</translation>
    </message>
    <message>
        <source>Space plays and pauses, too</source>
        <translation>Die Leertaste spielt ab und hält an</translation>
    </message>
</context>
<context>
    <name>RaceSubjectRow</name>
    <message>
        <source>Subject of the race: %1</source>
        <translation>Motiv des Rennens: %1</translation>
    </message>
    <message>
        <source>Choose what all lanes show</source>
        <translation>Wählen, was alle Bahnen zeigen</translation>
    </message>
    <message>
        <source>Seed of every lane</source>
        <translation>Seed aller Bahnen</translation>
    </message>
    <message>
        <source>The seed: the same in every lane</source>
        <translation>Der Seed: in jeder Bahn derselbe</translation>
    </message>
    <message>
        <source>Roll a new seed for the race</source>
        <translation>Neuen Seed für das Rennen würfeln</translation>
    </message>
    <message>
        <source>Subject, seed and sampling as on the Create page again</source>
        <translation>Motiv, Seed und Sampling wieder wie auf der Seite „Erstellen“</translation>
    </message>
</context>
<context>
    <name>RaceTracks</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Time of each step</source>
        <translation>Zeit jedes Schritts</translation>
    </message>
    <message>
        <source>Each lane first runs alone. Then all are shown on one clock, with the times they really took.</source>
        <translation>Jede Bahn läuft zuerst allein. Dann sind alle auf einer Uhr zu sehen, mit den Zeiten, die sie wirklich brauchten.</translation>
    </message>
    <message>
        <source>Clock of the race</source>
        <translation>Uhr des Rennens</translation>
    </message>
</context>
<context>
    <name>RailRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>A CUDA device is present</source>
        <translation>Ein CUDA-Gerät ist vorhanden</translation>
    </message>
    <message>
        <source>This CUDA device was asked for</source>
        <translation>Dieses CUDA-Gerät wurde gewählt</translation>
    </message>
    <message>
        <source>No CUDA device can be used</source>
        <translation>Kein CUDA-Gerät ist nutzbar</translation>
    </message>
    <message>
        <source>this LibTorch was built without CUDA</source>
        <translation>dieses LibTorch ist ohne CUDA gebaut</translation>
    </message>
    <message>
        <source>no NVIDIA driver or device was found</source>
        <translation>kein NVIDIA-Treiber oder -Gerät gefunden</translation>
    </message>
    <message>
        <source>The CPU was asked for</source>
        <translation>Die CPU wurde gewählt</translation>
    </message>
    <message>
        <source>it multiplies bf16 natively.</source>
        <translation>bf16 wird direkt multipliziert.</translation>
    </message>
    <message>
        <source>it has no bf16 units, so fp32 is fastest.</source>
        <translation>ohne bf16-Einheiten ist fp32 am schnellsten.</translation>
    </message>
    <message>
        <source>it has no bf16 units: bf16 rounds like one but is not faster than fp32.</source>
        <translation>ohne bf16-Einheiten wird wie mit ihnen gerundet, aber nicht schneller gerechnet als in fp32.</translation>
    </message>
</context>
<context>
    <name>ReleasedModels</name>
    <message>
        <source>Open %1 in the browser</source>
        <translation>%1 im Browser öffnen</translation>
    </message>
    <message>
        <source>Or drop them on this page</source>
        <translation>Oder auf dieser Seite ablegen</translation>
    </message>
    <message>
        <source>Get the ImageNet models</source>
        <translation>Die ImageNet-Modelle holen</translation>
    </message>
    <message>
        <source>The authors of LPD published models of 1000 subjects: LPD-L (337 M parameters), LPD-XL (752 M) and LPD-XXL (1.4 B) for 256 px, L and XL for 512 px too.</source>
        <translation>Die Autoren von LPD haben Modelle mit 1000 Motiven veröffentlicht: LPD-L (337 Mio. Parameter), LPD-XL (752 Mio.) und LPD-XXL (1,4 Mrd.) für 256 px, L und XL auch für 512 px.</translation>
    </message>
    <message>
        <source>Download one of their checkpoints; their page links to all of them.</source>
        <translation>Einen ihrer Checkpoints herunterladen; ihre Seite verweist auf alle.</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Download the tokenizer they all use, vq_ds16_c2i.pt of LlamaGen.</source>
        <translation>Den Tokenizer herunterladen, den alle verwenden: vq_ds16_c2i.pt von LlamaGen.</translation>
    </message>
    <message>
        <source>Import the two files. The names of the 1000 subjects and the published settings are built in.</source>
        <translation>Die beiden Dateien importieren. Die Namen der 1000 Motive und die veröffentlichten Einstellungen sind eingebaut.</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Mind their licences. Imported models are kept in %1.</source>
        <translation>Die Lizenzen beachten. Importierte Modelle liegen in %1.</translation>
    </message>
</context>
<context>
    <name>SamplingSection</name>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Hide sampling</source>
        <translation>Sampling ausblenden</translation>
    </message>
    <message>
        <source>Show sampling</source>
        <translation>Sampling zeigen</translation>
    </message>
    <message>
        <source>most likely</source>
        <translation>wahrscheinlichstes</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>Temperatur %1</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Higher is more varied, lower is safer</source>
        <translation>Höher ist vielfältiger, niedriger sicherer</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Draw only from the likeliest tokens that make up this share; 1 is all</source>
        <translation>Nur aus den wahrscheinlichsten Token ziehen, die zusammen diesen Anteil haben; 1 heißt aus allen</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Always the most likely</source>
        <translation>Immer das wahrscheinlichste</translation>
    </message>
    <message>
        <source>No chance at all: temperature, top-k and top-p do nothing</source>
        <translation>Ganz ohne Zufall: Temperatur, Top-k und Top-p bewirken nichts</translation>
    </message>
    <message>
        <source>Back to recommended</source>
        <translation>Zurück zur Empfehlung</translation>
    </message>
    <message>
        <source>Steps, order, guidance and sampling as the model&apos;s maker recommends</source>
        <translation>Schritte, Reihenfolge, Führung und Sampling, wie der Urheber des Modells sie empfiehlt</translation>
    </message>
    <message>
        <source>Draw only from so many of the likeliest tokens; empty is all of them</source>
        <translation>Nur aus so vielen der wahrscheinlichsten Tokens ziehen; leer heißt aus allen</translation>
    </message>
    <message>
        <source>Guidance grows</source>
        <translation>Führung wächst</translation>
    </message>
    <message>
        <source>by steps</source>
        <translation>je Schritt</translation>
    </message>
    <message>
        <source>From none in the first step to all of it in the last: early patches get more</source>
        <translation>Von keiner im ersten Schritt bis zur vollen im letzten: Frühe Patches bekommen mehr</translation>
    </message>
    <message>
        <source>by patches</source>
        <translation>je Patch</translation>
    </message>
    <message>
        <source>As published: with the share of patches that are made</source>
        <translation>Wie veröffentlicht: mit dem Anteil der fertigen Patches</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>Full guidance from the first patch on</source>
        <translation>Volle Führung vom ersten Patch an</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>PNG, can be replayed (*.png)</source>
        <translation>PNG, lässt sich abspielen (*.png)</translation>
    </message>
    <message>
        <source>JPEG (*.jpg *.jpeg)</source>
        <translation>JPEG (*.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>WebP (*.webp)</source>
        <translation>WebP (*.webp)</translation>
    </message>
</context>
<context>
    <name>SettingsSection</name>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>How strictly the picture follows its subject; 1 is not at all</source>
        <translation>Wie streng das Bild seinem Motiv folgt; 1 heißt gar nicht</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Seed stays for the next picture</source>
        <translation>Der Seed bleibt für das nächste Bild</translation>
    </message>
    <message>
        <source>A new seed after every picture</source>
        <translation>Nach jedem Bild ein neuer Seed</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Neuen Seed würfeln</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The same seed and settings make the same picture again</source>
        <translation>Gleicher Seed und gleiche Einstellungen ergeben wieder dasselbe Bild</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Dark or light, like the system</source>
        <translation>Dunkel oder hell, wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Takes effect when LPD Studio is started again</source>
        <translation>Gilt, sobald LPD Studio neu gestartet wird</translation>
    </message>
    <message>
        <source>Like the system, or English</source>
        <translation>Wie das System, sonst Englisch</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Patches and panels appear at once; a border marks the current group</source>
        <translation>Kacheln und Leisten erscheinen sofort; ein Rahmen zeigt die aktuelle Gruppe</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Choose what the model runs on</source>
        <translation>Wählen, worauf das Modell läuft</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>bf16 halves the memory of the weights, and is faster where the device multiplies it natively</source>
        <translation>bf16 halbiert den Speicher der Gewichte und ist schneller, wo das Gerät es direkt multipliziert</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>bf16 where the device multiplies it natively and the model gains by it, else fp32</source>
        <translation>bf16, wo das Gerät es direkt multipliziert und das Modell davon gewinnt, sonst fp32</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen…</translation>
    </message>
    <message>
        <source>The model is loaded anew when the queue is done</source>
        <translation>Das Modell wird neu geladen, sobald die Warteschlange leer ist</translation>
    </message>
    <message>
        <source>Now: %1. %2</source>
        <translation>Jetzt: %1. %2</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Kein Modell ist geladen</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Of the CPU; fewer leave room for other programs</source>
        <translation>Für die CPU; weniger lassen anderen Programmen Raum</translation>
    </message>
    <message>
        <source>All cores at the left end</source>
        <translation>Ganz links: alle Kerne</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Free memory when idle</source>
        <translation>Speicher freigeben</translation>
    </message>
    <message>
        <source>The model leaves memory after this time; the next picture loads it again</source>
        <translation>Ohne Arbeit verlässt das Modell nach dieser Zeit den Speicher; das nächste Bild lädt es wieder</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Names of exported files</source>
        <translation>Namen exportierter Dateien</translation>
    </message>
    <message>
        <source>{class}, {seed}, {index}, {steps}, {order}, {model}, {date} and {time} are filled in</source>
        <translation>{class}, {seed}, {index}, {steps}, {order}, {model}, {date} und {time} werden eingesetzt</translation>
    </message>
    <message>
        <source>Say in each file how it was made</source>
        <translation>Entstehung in jede Datei schreiben</translation>
    </message>
    <message>
        <source>A PNG with its record can be replayed and made again</source>
        <translation>Ein PNG mit diesen Angaben lässt sich abspielen und neu erzeugen</translation>
    </message>
    <message>
        <source>Imported models</source>
        <translation>Importierte Modelle</translation>
    </message>
    <message>
        <source>Manage models</source>
        <translation>Modelle verwalten</translation>
    </message>
    <message>
        <source>Go to the models</source>
        <translation>Zu den Modellen gehen</translation>
    </message>
    <message>
        <source>About LPD Studio</source>
        <translation>Über LPD Studio</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>StageHeader</name>
    <message numerus="yes">
        <source>%n patch(es) at once</source>
        <translation>
            <numerusform>%n Kachel</numerusform>
            <numerusform>%n Kacheln zugleich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>There is no finished picture yet</source>
        <translation>Noch ist kein Bild fertig</translation>
    </message>
    <message>
        <source>Hide inspector</source>
        <translation>Inspektor ausblenden</translation>
    </message>
    <message>
        <source>Show inspector</source>
        <translation>Inspektor zeigen</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>A picture in %n step(s)</source>
        <translation>
            <numerusform>Ein Bild in einem Schritt</numerusform>
            <numerusform>Ein Bild in %n Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>Patches are made many at a time: near finished ones, kept apart from each other.</source>
        <translation>Viele Kacheln entstehen zugleich: nah an fertigen, mit Abstand zueinander.</translation>
    </message>
    <message>
        <source>Patches are made many at a time, in the order shown here.</source>
        <translation>Viele Kacheln entstehen zugleich, in der hier gezeigten Reihenfolge.</translation>
    </message>
    <message numerus="yes">
        <source>Done in %n step(s)</source>
        <translation>
            <numerusform>Fertig in einem Schritt</numerusform>
            <numerusform>Fertig in %n Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n patch(es) first</source>
        <translation>
            <numerusform>Zuerst eine Kachel</numerusform>
            <numerusform>Zuerst %n Kacheln</numerusform>
        </translation>
    </message>
    <message>
        <source>Neighbours follow, kept apart</source>
        <translation>Nachbarn folgen, mit Abstand</translation>
    </message>
    <message>
        <source>Groups grow</source>
        <translation>Die Gruppen wachsen</translation>
    </message>
    <message>
        <source>Patches of each step</source>
        <translation>Kacheln jedes Schritts</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Motive</translation>
    </message>
    <message>
        <source>Show all subjects</source>
        <translation>Alle Motive zeigen</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Generate “%1”</source>
        <translation>„%1“ erzeugen</translation>
    </message>
    <message>
        <source>Set everything yourself</source>
        <translation>Alles selbst einstellen</translation>
    </message>
    <message>
        <source>Steps, order, guidance, seed and more</source>
        <translation>Schritte, Reihenfolge, Führung, Seed und mehr</translation>
    </message>
    <message>
        <source>The model is being loaded</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
</context>
<context>
    <name>StepFacts</name>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n patch(es)</source>
        <translation>
            <numerusform>%n Kachel</numerusform>
            <numerusform>%n Kacheln</numerusform>
        </translation>
    </message>
    <message>
        <source>Patches of step %1</source>
        <translation>Kacheln von Schritt %1</translation>
    </message>
    <message>
        <source>Chosen by proximity</source>
        <translation>Nach Nähe gewählt</translation>
    </message>
    <message>
        <source>Chosen to spread out</source>
        <translation>Zum Streuen gewählt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>StepsRange</name>
    <message>
        <source>From %1 to %2 steps</source>
        <translation>Von %1 bis %2 Schritte</translation>
    </message>
    <message>
        <source>At least %1 steps</source>
        <translation>Mindestens %1 Schritte</translation>
    </message>
    <message>
        <source>At most %1 steps</source>
        <translation>Höchstens %1 Schritte</translation>
    </message>
</context>
<context>
    <name>StepsSection</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>one patch at a time</source>
        <translation>eine Kachel auf einmal</translation>
    </message>
    <message>
        <source>fewer passes than one by one</source>
        <translation>weniger Durchläufe als einzeln</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation>Gruppengröße</translation>
    </message>
    <message>
        <source>%1 a step · up to %2</source>
        <translation>%1 je Schritt · bis %2</translation>
    </message>
    <message>
        <source>Back to the usual sizes</source>
        <translation>Zurück zu den üblichen Größen</translation>
    </message>
    <message>
        <source>Hide the curve</source>
        <translation>Kurve ausblenden</translation>
    </message>
    <message>
        <source>Show the curve</source>
        <translation>Kurve zeigen</translation>
    </message>
    <message>
        <source>Patches made in each step: %1 on average, %2 at most</source>
        <translation>Kacheln je Schritt: im Mittel %1, höchstens %2</translation>
    </message>
    <message>
        <source>drawn · up to %1</source>
        <translation>gezeichnet · bis %1</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>How strongly steps grow: 0 as published; more begins with fewer patches and ends with more</source>
        <translation>Wie stark die Schritte wachsen: 0 wie veröffentlicht; mehr beginnt mit weniger Kacheln und endet mit mehr</translation>
    </message>
</context>
<context>
    <name>StepsSlider</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Fewer steps are faster; ticks are the counts of the paper. Hold Alt to place freely</source>
        <translation>Weniger Schritte sind schneller; die Striche sind die Zahlen des Artikels. Mit Alt frei setzen</translation>
    </message>
</context>
<context>
    <name>SubjectSection</name>
    <message>
        <source>Subject</source>
        <translation>Motiv</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a subject</source>
        <translation>Motiv suchen</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Motive</translation>
    </message>
    <message>
        <source>Let the model choose: no class, no guidance</source>
        <translation>Das Modell wählen lassen: keine Klasse, keine Führung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Show all subjects</source>
        <translation>Alle Motive zeigen</translation>
    </message>
    <message>
        <source>No subject is called “%1”.</source>
        <translation>Kein Motiv heißt „%1“.</translation>
    </message>
    <message>
        <source>Find one of %1 subjects</source>
        <translation>Motiv suchen (%1)</translation>
    </message>
    <message>
        <source>Type a part of its name; Enter takes the first one</source>
        <translation>Einen Teil des Namens tippen; Eingabe nimmt das erste</translation>
    </message>
</context>
<context>
    <name>TimelineBars</name>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Step %1: %n patch(es), %2 ms</source>
        <translation>
            <numerusform>Schritt %1: %n Kachel, %2 ms</numerusform>
            <numerusform>Schritt %1: %n Kacheln, %2 ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step %1: %n patch(es)</source>
        <translation>
            <numerusform>Schritt %1: %n Kachel</numerusform>
            <numerusform>Schritt %1: %n Kacheln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>LPD Studio</source>
        <translation>LPD Studio</translation>
    </message>
    <message>
        <source>Model not loaded</source>
        <translation>Modell nicht geladen</translation>
    </message>
    <message>
        <source>Loading model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>%1 · resting</source>
        <translation>%1 · ruht</translation>
    </message>
    <message>
        <source>%1 · %2 ms/step</source>
        <translation>%1 · %2 ms/Schritt</translation>
    </message>
    <message>
        <source>%1 · %2 images/s</source>
        <translation>%1 · %2 Bilder/s</translation>
    </message>
    <message>
        <source>%1 · ready</source>
        <translation>%1 · bereit</translation>
    </message>
    <message>
        <source>The program holds %1 of memory.</source>
        <translation>Das Programm belegt %1 Speicher.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Farbschema: dunkel</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Farbschema: hell</translation>
    </message>
    <message>
        <source>Theme: like the system</source>
        <translation>Farbschema: wie das System</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>There is no finished picture yet</source>
        <translation>Noch ist kein Bild fertig</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Picture, animation, contact sheet or order as a file</source>
        <translation>Bild, Animation, Kontaktbogen oder Reihenfolge als Datei</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Before the first step</source>
        <translation>Vor den ersten Schritt</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Vorheriger Schritt</translation>
    </message>
    <message>
        <source>The picture is being made</source>
        <translation>Das Bild entsteht gerade</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Replay step by step</source>
        <translation>Schritt für Schritt abspielen</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Repeats at the end</source>
        <translation>Wiederholt am Ende</translation>
    </message>
    <message>
        <source>Repeat at the end</source>
        <translation>Am Ende wiederholen</translation>
    </message>
    <message>
        <source>Replay speed</source>
        <translation>Tempo der Wiedergabe</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>of %1, stopped</source>
        <translation>von %1, angehalten</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>vergangen</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>wird dekodiert</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 ms/step</source>
        <translation>%1 ms/Schritt</translation>
    </message>
</context>
<context>
    <name>WeightRecognition</name>
    <message>
        <source>PyTorch checkpoint</source>
        <translation>PyTorch-Checkpoint</translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n Motiv</numerusform>
            <numerusform>%n Motive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patch(es)</source>
        <translation>
            <numerusform>%n Kachel</numerusform>
            <numerusform>%n Kacheln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>patches of %1 px</source>
        <translation>Kacheln von %1 px</translation>
    </message>
    <message>
        <source>%1 holds weights of some other kind of model</source>
        <translation>%1 enthält Gewichte einer anderen Art von Modell</translation>
    </message>
    <message>
        <source>An LPD transformer and the VQ tokenizer it was trained with are needed</source>
        <translation>Nötig sind ein LPD-Transformer und der VQ-Tokenizer, mit dem er trainiert wurde</translation>
    </message>
    <message>
        <source>%1 is a model already</source>
        <translation>%1 ist schon ein Modell</translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation>%1 ist ein Ordner</translation>
    </message>
    <message>
        <source>Put its folder among your models; it needs no import</source>
        <translation>Seinen Ordner zu den eigenen Modellen legen; es braucht keinen Import</translation>
    </message>
    <message>
        <source>Drop the two weight files in it</source>
        <translation>Die beiden Gewichtsdateien darin ablegen</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n Name</numerusform>
            <numerusform>%n Namen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyHere</name>
    <message>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <source>three</source>
        <translation>drei</translation>
    </message>
    <message>
        <source>four</source>
        <translation>vier</translation>
    </message>
    <message>
        <source>five</source>
        <translation>fünf</translation>
    </message>
    <message>
        <source>six</source>
        <translation>sechs</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sieben</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>acht</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>Warum hier</translation>
    </message>
    <message>
        <source>support, as no neighbour was finished</source>
        <translation>Rückhalt, denn kein Nachbar war fertig</translation>
    </message>
    <message>
        <source>support from one finished neighbour</source>
        <translation>Rückhalt von einem fertigen Nachbarn</translation>
    </message>
    <message>
        <source>support from %1 finished neighbours</source>
        <translation>Rückhalt von %1 fertigen Nachbarn</translation>
    </message>
    <message>
        <source>Rank among candidates</source>
        <translation>Rang unter den Kandidaten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nearest patch in this step</source>
        <translation>Nächste im Schritt</translation>
    </message>
    <message>
        <source>1 cell away</source>
        <translation>1 Kachel entfernt</translation>
    </message>
    <message>
        <source>%1 cells away</source>
        <translation>%1 Kacheln entfernt</translation>
    </message>
    <message>
        <source>Kept out before by</source>
        <translation>Zuvor verdrängt von</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Make</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Bild erzeugen</translation>
    </message>
    <message>
        <source>Generate before all that wait</source>
        <translation>Als Nächstes erzeugen</translation>
    </message>
    <message>
        <source>Stop the running one</source>
        <translation>Laufendes anhalten</translation>
    </message>
    <message>
        <source>Pause the queue, or go on</source>
        <translation>Warteschlange pausieren</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>Find a subject</source>
        <translation>Motiv suchen</translation>
    </message>
    <message>
        <source>Show all subjects</source>
        <translation>Alle Motive zeigen</translation>
    </message>
    <message>
        <source>Undo a setting</source>
        <translation>Einstellung zurücknehmen</translation>
    </message>
    <message>
        <source>Redo a setting</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Neuen Seed würfeln</translation>
    </message>
    <message>
        <source>Lock or unlock the seed</source>
        <translation>Seed sperren oder freigeben</translation>
    </message>
    <message>
        <source>Back to recommended settings</source>
        <translation>Zurück zu den empfohlenen Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Inspektor zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Let go of the patch</source>
        <translation>Kachel loslassen</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>Bild zeigen</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>Reihenfolge zeigen</translation>
    </message>
    <message>
        <source>Show the support</source>
        <translation>Rückhalt zeigen</translation>
    </message>
    <message>
        <source>Show the entropy</source>
        <translation>Entropie zeigen</translation>
    </message>
    <message>
        <source>Show the confidence</source>
        <translation>Konfidenz zeigen</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Nächste Ebene</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Vorherige Ebene</translation>
    </message>
    <message>
        <source>Fit the picture</source>
        <translation>Bild einpassen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Look at patches</source>
        <translation>Kacheln betrachten</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder pausieren</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Vorheriger Schritt</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Before the first step</source>
        <translation>Vor den ersten Schritt</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Repeat at the end, or not</source>
        <translation>Am Ende wiederholen oder nicht</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Start the race</source>
        <translation>Rennen starten</translation>
    </message>
    <message>
        <source>Stop the race</source>
        <translation>Rennen anhalten</translation>
    </message>
    <message>
        <source>Play or pause the race</source>
        <translation>Rennen abspielen, Pause</translation>
    </message>
    <message>
        <source>Race from the start</source>
        <translation>Rennen von Anfang an</translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation>Bahn hinzufügen</translation>
    </message>
    <message>
        <source>Back to the three lanes of the start</source>
        <translation>Zurück zu den drei Bahnen vom Anfang</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export an animation</source>
        <translation>Animation exportieren</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Look for models again</source>
        <translation>Erneut nach Modellen suchen</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu „%1“ gehen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Farbschema</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Farbschema</translation>
    </message>
    <message>
        <source>Theme like the system</source>
        <translation>Farbschema wie das System</translation>
    </message>
    <message>
        <source>Decode pictures while they are made, or not</source>
        <translation>Bilder zwischendurch dekodieren oder nicht</translation>
    </message>
    <message>
        <source>Less motion, or more</source>
        <translation>Weniger oder mehr Bewegung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About LPD Studio</source>
        <translation>Über LPD Studio</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Drag to move the picture</source>
        <translation>Ziehen verschiebt das Bild</translation>
    </message>
    <message>
        <source>Full screen, or a window</source>
        <translation>Vollbild oder Fenster</translation>
    </message>
    <message>
        <source>Set everything yourself</source>
        <translation>Alles selbst einstellen</translation>
    </message>
    <message>
        <source>Replay the picture</source>
        <translation>Das Bild abspielen</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Choose it too, or not</source>
        <translation>Es dazunehmen oder nicht</translation>
    </message>
    <message>
        <source>Find a picture</source>
        <translation>Ein Bild suchen</translation>
    </message>
    <message>
        <source>Use its settings</source>
        <translation>Seine Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Use them with a new seed</source>
        <translation>Übernehmen mit neuem Seed</translation>
    </message>
    <message>
        <source>Let it race against other orders</source>
        <translation>Gegen andere antreten lassen</translation>
    </message>
    <message>
        <source>Let the chosen ones race</source>
        <translation>Die gewählten antreten lassen</translation>
    </message>
    <message>
        <source>Compare the two chosen</source>
        <translation>Die beiden gewählten vergleichen</translation>
    </message>
    <message>
        <source>Star, or take the star away</source>
        <translation>Stern geben oder nehmen</translation>
    </message>
    <message>
        <source>Export the chosen ones</source>
        <translation>Die gewählten exportieren</translation>
    </message>
    <message>
        <source>Delete the chosen ones</source>
        <translation>Die gewählten löschen</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Move the line of a comparison</source>
        <translation>Die Linie im Vergleich bewegen</translation>
    </message>
    <message>
        <source>Undo what the message says</source>
        <translation>Die Meldung zurücknehmen</translation>
    </message>
    <message>
        <source>Back from the comparison</source>
        <translation>Zurück aus dem Vergleich</translation>
    </message>
    <message>
        <source>Bring deleted ones back</source>
        <translation>Gelöschte zurückholen</translation>
    </message>
    <message>
        <source>Go to the message</source>
        <translation>Zur Meldung gehen</translation>
    </message>
    <message>
        <source>Dark, light or like the system</source>
        <translation>Dunkel, hell oder wie das System</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Any subject</source>
        <translation>Beliebiges Motiv</translation>
    </message>
    <message>
        <source>%1 B parameters</source>
        <translation>%1 Mrd. Parameter</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <translation>%1 Mio. Parameter</translation>
    </message>
    <message>
        <source>%1 k parameters</source>
        <translation>%1 Tsd. Parameter</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>Locality</source>
        <translation>Lokalität</translation>
    </message>
    <message>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Wavefront</source>
        <translation>Wellenfront</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>Spirale</translation>
    </message>
    <message>
        <source>Coarse to fine</source>
        <translation>Grob zu fein</translation>
    </message>
    <message>
        <source>Near finished patches, kept apart from each other</source>
        <translation>Nah an fertigen Kacheln, mit Abstand zueinander</translation>
    </message>
    <message>
        <source>Row by row, left to right</source>
        <translation>Zeile für Zeile, von links nach rechts</translation>
    </message>
    <message>
        <source>Anywhere, by chance</source>
        <translation>Irgendwo, nach Zufall</translation>
    </message>
    <message>
        <source>Evenly scattered, never clumped</source>
        <translation>Gleichmäßig verstreut, nie gehäuft</translation>
    </message>
    <message>
        <source>The same place in every block at once</source>
        <translation>In jedem Block zugleich dieselbe Stelle</translation>
    </message>
    <message>
        <source>Diagonal by diagonal</source>
        <translation>Diagonale für Diagonale</translation>
    </message>
    <message>
        <source>From the centre outwards</source>
        <translation>Von der Mitte nach außen</translation>
    </message>
    <message>
        <source>A coarse grid first, then the gaps</source>
        <translation>Erst ein grobes Gitter, dann die Lücken</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
</context>
<context>
    <name>ZoomMenu</name>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Size. Turn the wheel over the picture, or press + and −</source>
        <translation>Größe. Über dem Bild am Rad drehen oder + und − drücken</translation>
    </message>
    <message>
        <source>Fit the picture</source>
        <translation>Bild einpassen</translation>
    </message>
</context>
<context>
    <name>lpd::studio::EngineSettings</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>A CUDA device where one can be used, else the CPU</source>
        <translation>Ein CUDA-Gerät, wo eines nutzbar ist, sonst die CPU</translation>
    </message>
    <message>
        <source>Not found on this computer</source>
        <translation>Auf diesem Computer nicht gefunden</translation>
    </message>
</context>
<context>
    <name>lpd::studio::Exporter</name>
    <message>
        <source>There is no finished picture to save</source>
        <translation>Es gibt kein fertiges Bild zum Speichern</translation>
    </message>
    <message>
        <source>Generate one first</source>
        <translation>Zuerst eines erzeugen</translation>
    </message>
    <message>
        <source>%1 is not a file of this computer</source>
        <translation>%1 ist keine Datei dieses Computers</translation>
    </message>
    <message>
        <source>Choose a folder on this computer</source>
        <translation>Einen Ordner auf diesem Computer wählen</translation>
    </message>
    <message>
        <source>There is no finished picture to export</source>
        <translation>Es gibt kein fertiges Bild zum Exportieren</translation>
    </message>
    <message>
        <source>FFmpeg has no MP4 encoder here; choose GIF or WebP</source>
        <translation>FFmpeg hat hier keinen MP4-Encoder; GIF oder WebP wählen</translation>
    </message>
    <message>
        <source>FFmpeg has no H.264 encoder here: the file is MPEG-4, larger than it could be</source>
        <translation>FFmpeg hat hier keinen H.264-Encoder: Die Datei wird MPEG-4 und größer als nötig</translation>
    </message>
</context>
<context>
    <name>lpd::studio::Gallery</name>
    <message>
        <source>Settings taken over</source>
        <translation>Einstellungen übernommen</translation>
    </message>
    <message>
        <source>Settings taken over, with a new seed</source>
        <translation>Einstellungen übernommen, mit neuem Seed</translation>
    </message>
    <message>
        <source>Seed taken over</source>
        <translation>Seed übernommen</translation>
    </message>
    <message>
        <source>Steps and order taken over</source>
        <translation>Schritte und Reihenfolge übernommen</translation>
    </message>
    <message>
        <source>Guidance taken over</source>
        <translation>Führung übernommen</translation>
    </message>
    <message>
        <source>Model taken over</source>
        <translation>Modell übernommen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 is not a file of this computer</source>
        <translation>%1 ist keine Datei dieses Computers</translation>
    </message>
    <message>
        <source>Save the picture first, then drop the file</source>
        <translation>Das Bild zuerst speichern, dann die Datei ablegen</translation>
    </message>
    <message>
        <source>Settings of %1 taken over</source>
        <translation>Einstellungen von %1 übernommen</translation>
    </message>
    <message>
        <source>A race of it needs the same model: import it, then try again</source>
        <translation>Ein Rennen damit braucht dasselbe Modell: importieren, dann erneut versuchen</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>Die Datei %1 gibt es nicht</translation>
    </message>
    <message>
        <source>Look at its name and its folder</source>
        <translation>Name und Ordner ansehen</translation>
    </message>
</context>
<context>
    <name>lpd::studio::GalleryDetails</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>a time of day, as QDateTime::toString</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 of this seed</source>
        <translation>%1. zu diesem Seed</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>Eigene Reihenfolge</translation>
    </message>
</context>
<context>
    <name>lpd::studio::GalleryFilter</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>lpd::studio::GalleryModel</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>a day of this year, as QDate::toString</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day of another year</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>lpd::studio::GenerationController</name>
    <message>
        <source>No model is loaded</source>
        <translation>Kein Modell ist geladen</translation>
    </message>
    <message>
        <source>The model is being loaded</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>A picture is being made</source>
        <translation>Ein Bild entsteht gerade</translation>
    </message>
    <message>
        <source>The picture is being stopped</source>
        <translation>Das Bild wird angehalten</translation>
    </message>
    <message>
        <source>The model left memory</source>
        <translation>Das Modell hat den Speicher verlassen</translation>
    </message>
    <message>
        <source>last took %1</source>
        <translation>zuletzt %1</translation>
    </message>
</context>
<context>
    <name>lpd::studio::GenerationQueue</name>
    <message>
        <source>Race: %1</source>
        <translation>Rennen: %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>subject and number of pictures</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Kein Modell ist geladen</translation>
    </message>
    <message>
        <source>The model could not be loaded</source>
        <translation>Das Modell konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>The queue is full</source>
        <translation>Die Warteschlange ist voll</translation>
    </message>
    <message>
        <source>LPD Studio was closed unexpectedly while this was made</source>
        <translation>LPD Studio wurde unerwartet beendet, während dies entstand</translation>
    </message>
    <message>
        <source>Retry makes it again</source>
        <translation>„Erneut versuchen“ erzeugt es noch einmal</translation>
    </message>
    <message numerus="yes">
        <source>The queue has room for %n more subject(s)</source>
        <translation>
            <numerusform>Die Warteschlange fasst noch ein Motiv</numerusform>
            <numerusform>Die Warteschlange fasst noch %n Motive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lpd::studio::GenerationWorker</name>
    <message>
        <source>no model is loaded</source>
        <translation>kein Modell ist geladen</translation>
    </message>
    <message>
        <source>choose a model first</source>
        <translation>zuerst ein Modell wählen</translation>
    </message>
</context>
<context>
    <name>lpd::studio::HistoryReader</name>
    <message>
        <source>Drop a PNG that LPD Studio or lpd wrote; other programs leave the settings out when they save</source>
        <translation>Ein PNG ablegen, das LPD Studio oder lpd geschrieben hat; andere Programme lassen die Einstellungen beim Speichern weg</translation>
    </message>
    <message>
        <source>%1 does not say how it was made</source>
        <translation>%1 sagt nicht, wie es entstand</translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 ist nicht mehr da</translation>
    </message>
    <message>
        <source>%1 is damaged or no PNG of LPD Studio</source>
        <translation>%1 ist beschädigt oder kein PNG von LPD Studio</translation>
    </message>
    <message>
        <source>The gallery cannot be read: %1</source>
        <translation>Die Galerie kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Close other programs that use it, then start again</source>
        <translation>Andere Programme schließen, die sie benutzen, dann neu starten</translation>
    </message>
    <message>
        <source>The gallery is busy</source>
        <translation>Die Galerie ist beschäftigt</translation>
    </message>
    <message>
        <source>Try again in a moment</source>
        <translation>Gleich noch einmal versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are not there any more</source>
        <translation>
            <numerusform>%n Bild ist nicht mehr da</numerusform>
            <numerusform>%n Bilder sind nicht mehr da</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lpd::studio::HistoryStore</name>
    <message>
        <source>Your pictures stay in this window and are saved as soon as it works again.</source>
        <translation>Die Bilder bleiben in diesem Fenster und werden gespeichert, sobald es wieder geht.</translation>
    </message>
    <message>
        <source>Pictures cannot be saved: %1.</source>
        <translation>Bilder können nicht gespeichert werden: %1.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 is not a folder of this computer</source>
        <translation>%1 ist kein Ordner dieses Computers</translation>
    </message>
    <message>
        <source>Choose a folder on one of its disks</source>
        <translation>Einen Ordner auf einer seiner Platten wählen</translation>
    </message>
    <message>
        <source>The new folder could not be noted in the settings</source>
        <translation>Der neue Ordner konnte nicht in den Einstellungen vermerkt werden</translation>
    </message>
    <message>
        <source>All pictures are still in the old one</source>
        <translation>Alle Bilder sind noch im alten</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be removed from the old folder</source>
        <translation>
            <numerusform>%n Bild konnte nicht aus dem alten Ordner entfernt werden</numerusform>
            <numerusform>%n Bilder konnten nicht aus dem alten Ordner entfernt werden</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in both: %1</source>
        <translation>Sie sind in beiden: %1</translation>
    </message>
    <message>
        <source>The pictures are moving</source>
        <translation>Die Bilder ziehen um</translation>
    </message>
    <message>
        <source>This is done as soon as they are in their new folder</source>
        <translation>Das geschieht, sobald sie im neuen Ordner sind</translation>
    </message>
    <message>
        <source>Give another folder with --history-dir</source>
        <translation>Mit --history-dir einen anderen Ordner angeben</translation>
    </message>
    <message>
        <source>Choose another folder in the settings</source>
        <translation>In den Einstellungen einen anderen Ordner wählen</translation>
    </message>
</context>
<context>
    <name>lpd::studio::HistoryWorker</name>
    <message>
        <source>The star could not be saved</source>
        <translation>Der Stern konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Look whether the disk is full</source>
        <translation>Nachsehen, ob die Platte voll ist</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n picture(s) could not be deleted</source>
        <translation>
            <numerusform>%1 von %n Bild konnte nicht gelöscht werden</numerusform>
            <numerusform>%1 von %n Bildern konnten nicht gelöscht werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Look whether %1 may be written</source>
        <translation>Nachsehen, ob in %1 geschrieben werden darf</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be brought back</source>
        <translation>
            <numerusform>%n Bild konnte nicht zurückgeholt werden</numerusform>
            <numerusform>%n Bilder konnten nicht zurückgeholt werden</numerusform>
        </translation>
    </message>
    <message>
        <source>They are safe in %1; the next start tries again</source>
        <translation>Alles liegt sicher in %1; der nächste Start versucht es erneut</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) did not come along: %1</source>
        <translation>
            <numerusform>%n Bild kam nicht mit: %1</numerusform>
            <numerusform>%n Bilder kamen nicht mit: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy what is left in %1 into the new folder</source>
        <translation>Was noch in %1 liegt, in den neuen Ordner kopieren</translation>
    </message>
    <message>
        <source>The gallery shows only what is in its folder</source>
        <translation>Die Galerie zeigt nur, was in ihrem Ordner ist</translation>
    </message>
</context>
<context>
    <name>lpd::studio::ModelImport</name>
    <message>
        <source>The model needs a name</source>
        <translation>Das Modell braucht einen Namen</translation>
    </message>
    <message>
        <source>Use letters, digits, -, _ and . only</source>
        <translation>Nur Buchstaben, Ziffern, -, _ und . verwenden</translation>
    </message>
    <message>
        <source>There is a model of this name already</source>
        <translation>Ein Modell dieses Namens gibt es schon</translation>
    </message>
    <message>
        <source>A model is being imported</source>
        <translation>Ein Modell wird importiert</translation>
    </message>
    <message>
        <source>The files are being looked at</source>
        <translation>Die Dateien werden angesehen</translation>
    </message>
    <message>
        <source>Choose the transformer and the tokenizer first</source>
        <translation>Zuerst Transformer und Tokenizer wählen</translation>
    </message>
    <message>
        <source>The transformer is missing</source>
        <translation>Der Transformer fehlt</translation>
    </message>
    <message>
        <source>The tokenizer is missing</source>
        <translation>Der Tokenizer fehlt</translation>
    </message>
    <message>
        <source>Only files on this computer can be imported</source>
        <translation>Nur Dateien dieses Computers lassen sich importieren</translation>
    </message>
    <message>
        <source>Download it first</source>
        <translation>Zuerst herunterladen</translation>
    </message>
</context>
<context>
    <name>lpd::studio::ModelLibrary</name>
    <message numerus="yes">
        <source>%1 · %n patch(es)</source>
        <translation>
            <numerusform>%1 · %n Kachel</numerusform>
            <numerusform>%1 · %n Kacheln</numerusform>
        </translation>
    </message>
    <message>
        <source>Estimated, on the graphics card in %1:</source>
        <translation>Geschätzt, auf der Grafikkarte in %1:</translation>
    </message>
    <message>
        <source>Estimated, on the CPU in %1:</source>
        <translation>Geschätzt, auf der CPU in %1:</translation>
    </message>
    <message>
        <source>%1 of weights</source>
        <translation>%1 für Gewichte</translation>
    </message>
    <message numerus="yes">
        <source>%1 for the keys and values of %n picture(s) at once with guidance</source>
        <translation>
            <numerusform>%1 für Schlüssel und Werte eines Bildes mit Führung</numerusform>
            <numerusform>%1 für Schlüssel und Werte von %n Bildern zugleich mit Führung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for the keys and values of %n picture(s) at once</source>
        <translation>
            <numerusform>%1 für Schlüssel und Werte eines Bildes</numerusform>
            <numerusform>%1 für Schlüssel und Werte von %n Bildern zugleich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for what is computed on the way</source>
        <translation>%1 für Zwischenergebnisse</translation>
    </message>
    <message>
        <source>%1 %2, %3, %4. The program itself comes on top.</source>
        <translation>%1 %2, %3, %4. Das Programm selbst kommt hinzu.</translation>
    </message>
    <message>
        <source>It was made with the model %1, which is not here</source>
        <translation>Es entstand mit dem Modell %1, das nicht hier ist</translation>
    </message>
</context>
<context>
    <name>lpd::studio::PictureComparison</name>
    <message>
        <source>Own order</source>
        <translation>Eigene Reihenfolge</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lpd::studio::PlanSettings</name>
    <message>
        <source>This model does not know the subject “%1”</source>
        <translation>Dieses Modell kennt das Motiv „%1“ nicht</translation>
    </message>
    <message>
        <source>Its seed is too large for the window; lpd can use it</source>
        <translation>Sein Seed ist zu groß für das Fenster; lpd kann ihn verwenden</translation>
    </message>
    <message>
        <source>This model makes at most %1 steps</source>
        <translation>Dieses Modell macht höchstens %1 Schritte</translation>
    </message>
    <message>
        <source>Its order came from a file, which the plan does not have</source>
        <translation>Seine Reihenfolge kam aus einer Datei, die der Plan nicht hat</translation>
    </message>
    <message>
        <source>Its group sizes do not fit this model; the plan has the usual ones</source>
        <translation>Seine Gruppengrößen passen nicht zu diesem Modell; der Plan hat die üblichen</translation>
    </message>
    <message>
        <source>It is picture %1 of its seed, more than the window makes at once; lpd can make it</source>
        <translation>Es ist Bild %1 seines Seeds, mehr als das Fenster auf einmal erzeugt; lpd kann es erzeugen</translation>
    </message>
</context>
<context>
    <name>lpd::studio::PresetLibrary</name>
    <message>
        <source>it is not JSON (%1 at byte %2)</source>
        <translation>die Datei ist kein JSON (%1 bei Byte %2)</translation>
    </message>
    <message>
        <source>it is no preset of LPD Studio</source>
        <translation>die Datei ist keine Voreinstellung von LPD Studio</translation>
    </message>
    <message>
        <source>it was made by a newer LPD Studio</source>
        <translation>die Datei stammt aus einem neueren LPD Studio</translation>
    </message>
    <message>
        <source>“name” must have 1 to %1 characters</source>
        <translation>„name“ muss 1 bis %1 Zeichen haben</translation>
    </message>
    <message>
        <source>it must hold “name” and “settings”, and nothing else</source>
        <translation>die Datei muss „name“ und „settings“ enthalten und sonst nichts</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) · %1 · guidance %2</source>
        <translation>
            <numerusform>%n Schritt · %1 · Führung %2</numerusform>
            <numerusform>%n Schritte · %1 · Führung %2</numerusform>
        </translation>
    </message>
    <message>
        <source>A preset&apos;s name has 1 to %1 characters</source>
        <translation>Der Name einer Voreinstellung hat 1 bis %1 Zeichen</translation>
    </message>
    <message>
        <source>There is a preset called “%1” already</source>
        <translation>Eine Voreinstellung namens „%1“ gibt es schon</translation>
    </message>
    <message>
        <source>“%1” cannot be deleted: %2 is read-only</source>
        <translation>„%1“ lässt sich nicht löschen: %2 ist schreibgeschützt</translation>
    </message>
    <message>
        <source>it is far too large for a preset</source>
        <translation>die Datei ist viel zu groß für eine Voreinstellung</translation>
    </message>
    <message>
        <source>%1 was not imported: %2</source>
        <translation>%1 wurde nicht importiert: %2</translation>
    </message>
    <message>
        <source>“%1” was not saved: %2</source>
        <translation>„%1“ wurde nicht gespeichert: %2</translation>
    </message>
</context>
<context>
    <name>lpd::studio::Race</name>
    <message>
        <source>A race is being made. Stop it, or wait for its end</source>
        <translation>Ein Rennen läuft. Es anhalten oder sein Ende abwarten</translation>
    </message>
    <message>
        <source>This model does not know the subject “%1”</source>
        <translation>Dieses Modell kennt das Motiv „%1“ nicht</translation>
    </message>
    <message>
        <source>The race takes the model, subject and seed of the first</source>
        <translation>Das Rennen nimmt Modell, Motiv und Seed des ersten</translation>
    </message>
    <message>
        <source>The race takes the subject and seed of the first</source>
        <translation>Das Rennen nimmt Motiv und Seed des ersten</translation>
    </message>
    <message>
        <source>The race takes the sampling of the first</source>
        <translation>Das Rennen nimmt das Sampling des ersten</translation>
    </message>
    <message>
        <source>Where an order came from a file, its lane takes the usual one</source>
        <translation>Wo eine Reihenfolge aus einer Datei kam, nimmt ihre Bahn die übliche</translation>
    </message>
    <message>
        <source>Where group sizes were a picture&apos;s own, its lane takes the usual ones</source>
        <translation>Wo ein Bild eigene Gruppengrößen hatte, nimmt seine Bahn die üblichen</translation>
    </message>
    <message>
        <source>The race takes proximity and repulsion of the first</source>
        <translation>Das Rennen nimmt Nähe und Abstoßung vom ersten</translation>
    </message>
</context>
<context>
    <name>lpd::studio::SettingsHistory</name>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>lpd::studio::StarWriter</name>
    <message>
        <source>The star is not in the picture&apos;s file: %1</source>
        <translation>Der Stern steht nicht in der Datei des Bildes: %1</translation>
    </message>
    <message>
        <source>Look whether its folder may be written</source>
        <translation>Nachsehen, ob in seinen Ordner geschrieben werden darf</translation>
    </message>
</context>
<context>
    <name>lpd::studio::StudioApp</name>
    <message>
        <source>LPD Studio was closed unexpectedly. Finished pictures are in the gallery</source>
        <translation>LPD Studio wurde unerwartet beendet. Fertige Bilder sind in der Galerie</translation>
    </message>
</context>
</TS>
