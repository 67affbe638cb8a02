import { Button } from "react-aria-components/Button";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { useTranslate } from "../shell/AppContext.tsx";
import { Icon } from "../widgets/icons.tsx";

const EXTENSIONS = [".csv", ".tsv", ".txt", ".geojson", ".json", ".kml", ".kmz", ".gpx", ".png", ".svg", ".pdf"];

interface ImportSourceProps {
  /** The pasted list, kept while its preview is looked at. */
  text: string;
  onTextChange: (text: string) => void;
  onFile: (file: File) => void;
  onText: (text: string) => void;
}

/** The ways to bring a list: choose a file, drop one, or paste. */
export function ImportSource({ text, onTextChange, onFile, onText }: ImportSourceProps) {
  const translate = useTranslate();
  return (
    <>
      <DropZone
        className="import-drop"
        onDrop={(event) => {
          const item = event.items.find((dropped) => dropped.kind === "file");
          if (item) void item.getFile().then(onFile);
        }}
      >
        <Text slot="label">{translate("import.drop")}</Text>
        <FileTrigger
          acceptedFileTypes={EXTENSIONS}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) onFile(file);
          }}
        >
          <Button className="button primary">
            <Icon name="file" />
            {translate("import.choose")}
          </Button>
        </FileTrigger>
        <span className="hint">{translate("import.formats")}</span>
      </DropZone>
      <TextField className="field import-paste" value={text} onChange={onTextChange}>
        <Label>{translate("import.paste")}</Label>
        <TextArea
          rows={5}
          spellCheck={false}
          onPaste={(event) => {
            const file = event.clipboardData.files[0];
            if (!file) return;
            event.preventDefault();
            onFile(file);
          }}
        />
        <Text slot="description" className="hint">
          {translate("import.paste.hint")}
        </Text>
      </TextField>
      <div className="dialog-actions">
        <Button className="button" isDisabled={text.trim() === ""} onPress={() => onText(text)}>
          {translate("import.read")}
        </Button>
      </div>
    </>
  );
}
