<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassPicker</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n subject</numerusform>
            <numerusform>%n subjects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message numerus="yes">
        <source>A picture in %n step(s)</source>
        <translation>
            <numerusform>A picture in one step</numerusform>
            <numerusform>A picture in %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message numerus="yes">
        <source>%n picture(s) on a sheet</source>
        <translation>
            <numerusform>%n picture on a sheet</numerusform>
            <numerusform>%n pictures on a sheet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryRail</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryTile</name>
    <message numerus="yes">
        <source>%1, %n step(s), starred</source>
        <translation>
            <numerusform>%1, %n step, starred</numerusform>
            <numerusform>%1, %n steps, starred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n step</numerusform>
            <numerusform>%1, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupBars</name>
    <message numerus="yes">
        <source>Group sizes of %n step(s)</source>
        <translation>
            <numerusform>Group sizes of %n step</numerusform>
            <numerusform>Group sizes of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupCurve</name>
    <message numerus="yes">
        <source>Step %1, %n patch(es). Up and down change it, left and right choose a step</source>
        <translation>
            <numerusform>Step %1, %n patch. Up and down change it, left and right choose a step</numerusform>
            <numerusform>Step %1, %n patches. Up and down change it, left and right choose a step</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step %1: %n patch(es). Drag to change</source>
        <translation>
            <numerusform>Step %1: %n patch. Drag to change</numerusform>
            <numerusform>Step %1: %n patches. Drag to change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step %1: %n patch(es)</source>
        <translation>
            <numerusform>Step %1: %n patch</numerusform>
            <numerusform>Step %1: %n patches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryFolderRow</name>
    <message numerus="yes">
        <source>New pictures go to %1. What about the %n you have?</source>
        <translation>
            <numerusform>New pictures go to %1. What about the one you have?</numerusform>
            <numerusform>New pictures go to %1. What about the %n you have?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaneCard</name>
    <message numerus="yes">
        <source>Lane %1: %2, %n step(s)</source>
        <translation>
            <numerusform>Lane %1: %2, %n step</numerusform>
            <numerusform>Lane %1: %2, %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message numerus="yes">
        <source>%n picture(s) are not saved yet</source>
        <translation>
            <numerusform>One picture is not saved yet</numerusform>
            <numerusform>%n pictures are not saved yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) deleted</source>
        <translation>
            <numerusform>Picture deleted</numerusform>
            <numerusform>%n pictures deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving works again: %n picture(s) were waiting</source>
        <translation>
            <numerusform>Saving works again: one picture was waiting</numerusform>
            <numerusform>Saving works again: %n pictures were waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The gallery&apos;s index was damaged and has been made anew from %n picture(s)</source>
        <translation>
            <numerusform>The gallery&apos;s index was damaged and has been made anew from %n picture</numerusform>
            <numerusform>The gallery&apos;s index was damaged and has been made anew from %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue holds %n from last time, and is paused</source>
        <translation>
            <numerusform>The queue holds one from last time, and is paused</numerusform>
            <numerusform>The queue holds %n from last time, and is paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) came along to the new folder</source>
        <translation>
            <numerusform>One picture came along to the new folder</numerusform>
            <numerusform>%n pictures came along to the new folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n file(s)</source>
        <translation>
            <numerusform>Saved %n file</numerusform>
            <numerusform>Saved %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n subject</numerusform>
            <numerusform>%n subjects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message numerus="yes">
        <source>%n patch(es)</source>
        <translation>
            <numerusform>%n patch</numerusform>
            <numerusform>%n patches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message numerus="yes">
        <source>%n on this computer. They run here; nothing leaves it.</source>
        <translation>
            <numerusform>One on this computer. It runs here; nothing leaves it.</numerusform>
            <numerusform>%n on this computer. They run here; nothing leaves it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatchHeader</name>
    <message numerus="yes">
        <source>with %n other(s)</source>
        <translation>
            <numerusform>with %n other</numerusform>
            <numerusform>with %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueButton</name>
    <message numerus="yes">
        <source>Paused · %n waiting</source>
        <translation>
            <numerusform>Paused · %n waiting</numerusform>
            <numerusform>Paused · %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageHeader</name>
    <message numerus="yes">
        <source>%n patch(es) at once</source>
        <translation>
            <numerusform>%n patch</numerusform>
            <numerusform>%n patches at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>A picture in %n step(s)</source>
        <translation>
            <numerusform>A picture in one step</numerusform>
            <numerusform>A picture in %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done in %n step(s)</source>
        <translation>
            <numerusform>Done in one step</numerusform>
            <numerusform>Done in %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patch(es) first</source>
        <translation>
            <numerusform>One patch first</numerusform>
            <numerusform>%n patches first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepFacts</name>
    <message numerus="yes">
        <source>%n patch(es)</source>
        <translation>
            <numerusform>%n patch</numerusform>
            <numerusform>%n patches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubjectSection</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineBars</name>
    <message numerus="yes">
        <source>Step %1: %n patch(es), %2 ms</source>
        <translation>
            <numerusform>Step %1: %n patch, %2 ms</numerusform>
            <numerusform>Step %1: %n patches, %2 ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Step %1: %n patch(es)</source>
        <translation>
            <numerusform>Step %1: %n patch</numerusform>
            <numerusform>Step %1: %n patches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeightRecognition</name>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n subject</numerusform>
            <numerusform>%n subjects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patch(es)</source>
        <translation>
            <numerusform>%n patch</numerusform>
            <numerusform>%n patches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n name</numerusform>
            <numerusform>%n names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lpd::studio::GenerationQueue</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue has room for %n more subject(s)</source>
        <translation>
            <numerusform>The queue has room for one more subject</numerusform>
            <numerusform>The queue has room for %n more subjects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lpd::studio::HistoryReader</name>
    <message numerus="yes">
        <source>%n picture(s) are not there any more</source>
        <translation>
            <numerusform>%n picture is not there any more</numerusform>
            <numerusform>%n pictures are not there any more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lpd::studio::HistoryStore</name>
    <message numerus="yes">
        <source>%n picture(s) could not be removed from the old folder</source>
        <translation>
            <numerusform>One picture could not be removed from the old folder</numerusform>
            <numerusform>%n pictures could not be removed from the old folder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lpd::studio::HistoryWorker</name>
    <message numerus="yes">
        <source>%1 of %n picture(s) could not be deleted</source>
        <translation>
            <numerusform>%1 of %n picture could not be deleted</numerusform>
            <numerusform>%1 of %n pictures could not be deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be brought back</source>
        <translation>
            <numerusform>%n picture could not be brought back</numerusform>
            <numerusform>%n pictures could not be brought back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) did not come along: %1</source>
        <translation>
            <numerusform>%n picture did not come along: %1</numerusform>
            <numerusform>%n pictures did not come along: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lpd::studio::ModelLibrary</name>
    <message numerus="yes">
        <source>%1 · %n patch(es)</source>
        <translation>
            <numerusform>%1 · %n patch</numerusform>
            <numerusform>%1 · %n patches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for the keys and values of %n picture(s) at once with guidance</source>
        <translation>
            <numerusform>%1 for the keys and values of one picture at once with guidance</numerusform>
            <numerusform>%1 for the keys and values of %n pictures at once with guidance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for the keys and values of %n picture(s) at once</source>
        <translation>
            <numerusform>%1 for the keys and values of one picture at once</numerusform>
            <numerusform>%1 for the keys and values of %n pictures at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lpd::studio::PictureComparison</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lpd::studio::PresetLibrary</name>
    <message numerus="yes">
        <source>%n step(s) · %1 · guidance %2</source>
        <translation>
            <numerusform>%n step · %1 · guidance %2</numerusform>
            <numerusform>%n steps · %1 · guidance %2</numerusform>
        </translation>
    </message>
</context>
</TS>
