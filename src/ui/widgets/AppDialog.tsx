import "./dialog.css";
import { type ReactNode, useEffect, useRef } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslate } from "../shell/AppContext.tsx";
import { IconButton } from "./IconButton.tsx";

interface AppDialogProps {
  title: string;
  size?: "small" | "wide" | "full";
  onClose: () => void;
  children: ReactNode;
}

/** A modal dialog, closed by Escape, its button or a press outside. The focus returns to where it was. */
export function AppDialog({ title, size = "small", onClose, children }: AppDialogProps) {
  const translate = useTranslate();
  const dialog = useRef<HTMLElement>(null);
  useEffect(() => {
    // If the focused element was removed, key events go to the page until the focus is moved.
    const onKey = ({ key }: KeyboardEvent) => {
      if (
        key === "Escape" &&
        document.activeElement === document.body &&
        [...document.querySelectorAll("[role=dialog]")].at(-1) === dialog.current
      )
        onClose();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onClose]);
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="modal" data-size={size}>
        <Dialog ref={dialog} className="dialog">
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <IconButton icon="close" label={translate("close")} onPress={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
