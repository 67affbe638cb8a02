import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { TextField } from "react-aria-components/TextField";
import { formatMoment } from "../../i18n/dates.ts";
import type { SavedEntry } from "../../state/library.ts";
import { useTranslate } from "../shell/AppContext.tsx";
import { IconButton } from "../widgets/IconButton.tsx";

export interface LibraryRowActions {
  onOpen: (entry: SavedEntry) => void;
  onRename: (entry: SavedEntry, name: string) => void;
  onSaveOver: (entry: SavedEntry) => void;
  onDuplicate: (entry: SavedEntry) => void;
  onDelete: (entry: SavedEntry) => void;
}

/** One saved map: its name is a field, and a press on it opens the map. */
export function LibraryRow({ entry, actions }: { entry: SavedEntry; actions: LibraryRowActions }) {
  const translate = useTranslate();
  const [draft, setDraft] = useState<string | null>(null);
  const name = entry.name || translate("library.untitled");
  const when = formatMoment(translate.language, entry.savedAt);
  const finish = (keep: boolean) => {
    if (keep && draft !== null && draft.trim() !== "" && draft !== entry.name) actions.onRename(entry, draft);
    setDraft(null);
  };
  return (
    <li className="library-row">
      {draft === null ? (
        <Button
          className="library-open"
          aria-label={translate("library.open", { name })}
          onPress={() => actions.onOpen(entry)}
        >
          <strong>{name}</strong>
          <span className="hint">
            {when} · {translate("library.points", { count: entry.launchPoints })}
          </span>
        </Button>
      ) : (
        <TextField
          className="field library-name"
          aria-label={translate("library.name")}
          value={draft}
          onChange={setDraft}
          maxLength={200}
        >
          <Input
            ref={(input) => input?.focus()}
            onBlur={() => finish(true)}
            onKeyDown={(event) => {
              if (event.key === "Enter") finish(true);
              if (event.key === "Escape") {
                // Only the name is given up, not the dialog.
                event.stopPropagation();
                finish(false);
              }
            }}
          />
        </TextField>
      )}
      <IconButton icon="edit" label={translate("library.rename", { name })} onPress={() => setDraft(entry.name)} />
      <IconButton icon="save" label={translate("library.over", { name })} onPress={() => actions.onSaveOver(entry)} />
      <IconButton
        icon="copy"
        label={translate("library.duplicate", { name })}
        onPress={() => actions.onDuplicate(entry)}
      />
      <IconButton icon="trash" label={translate("library.delete", { name })} onPress={() => actions.onDelete(entry)} />
    </li>
  );
}
