import "./header.css";
import { Button } from "react-aria-components/Button";
import { useStore } from "zustand";
import { type LanguageCode, LANGUAGES, traitsOf } from "../../i18n/languages.ts";
import type { MessageId, Translate } from "../../i18n/messages.ts";
import type { EditLabel } from "../../state/store.ts";
import { useAppContext, useAppState, useTranslate } from "./AppContext.tsx";
import { Icon } from "../widgets/icons.tsx";
import { IconButton } from "../widgets/IconButton.tsx";

/** `Undo: move Odesa` */
function editInWords(edit: EditLabel | null | undefined, translate: Translate): string {
  return edit ? translate(`edit.${edit.action}` as MessageId, { name: edit.name }).trim() : "";
}

function UndoButtons() {
  const { store, actions } = useAppContext();
  const translate = useTranslate();
  const pastStates = useStore(store.temporal, (state) => state.pastStates);
  const futureStates = useStore(store.temporal, (state) => state.futureStates);
  const current = useAppState((state) => state.edit);
  const undone = pastStates.length > 0 ? editInWords(current, translate) : "";
  const redone = editInWords(futureStates.at(-1)?.edit, translate);
  return (
    <>
      <IconButton
        icon="undo"
        label={undone ? translate("undo.what", { what: undone }) : translate("undo")}
        isDisabled={pastStates.length === 0}
        onPress={() => actions.undo()}
      />
      <IconButton
        icon="redo"
        label={redone ? translate("redo.what", { what: redone }) : translate("redo")}
        isDisabled={futureStates.length === 0}
        onPress={() => actions.redo()}
      />
    </>
  );
}

const NEXT_THEME = { auto: "light", light: "dark", dark: "auto" } as const;
const THEME_ICONS = { auto: "auto", light: "sun", dark: "moon" } as const;

interface HeaderProps {
  onCompare: () => void;
  onExport: () => void;
}

/** The product's name, language, theme, undo, and the two main actions: compare and export. */
export function Header({ onCompare, onExport }: HeaderProps) {
  const { actions } = useAppContext();
  const translate = useTranslate();
  const theme = useAppState((state) => state.theme);
  const language = useAppState((state) => state.content.display.language);
  return (
    <header className="header">
      <div className="header-row">
        <h1 className="brand">
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <circle cx="12" cy="12" r="10.5" className="brand-outer" />
            <circle cx="12" cy="12" r="5.5" className="brand-inner" />
            <circle cx="12" cy="12" r="2" className="brand-dot" />
          </svg>
          Range Rings
        </h1>
        <select
          className="select"
          aria-label={translate("language")}
          value={language}
          onChange={(event) => actions.setDisplay({ language: event.target.value as LanguageCode })}
        >
          {LANGUAGES.map((code) => (
            <option key={code} value={code} lang={code}>
              {traitsOf(code).name}
            </option>
          ))}
        </select>
        <IconButton
          icon={THEME_ICONS[theme]}
          label={translate(`theme.${theme}`)}
          onPress={() => actions.setTheme(NEXT_THEME[theme])}
        />
      </div>
      <div className="header-row">
        <UndoButtons />
        <span className="spacer" />
        <Button className="button" onPress={onCompare}>
          <Icon name="compare" />
          {translate("compare")}
        </Button>
        <Button className="button primary" onPress={onExport}>
          <Icon name="export" />
          {translate("export")}
        </Button>
      </div>
    </header>
  );
}
