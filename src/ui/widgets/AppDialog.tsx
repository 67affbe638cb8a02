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

/** A dialog over the page: closed by Escape, by its button and by a press outside. Focus goes back to where it was. */
export function AppDialog({ title, size = "small", onClose, children }: AppDialogProps) {
  const translate = useTranslate();
  const dialog = useRef<HTMLElement>(null);
  useEffect(() => {
    // What had the focus may have gone, and until it is put elsewhere the key comes to the page.
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
