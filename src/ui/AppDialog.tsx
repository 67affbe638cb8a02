import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslate } from "./AppContext.tsx";
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
        <Dialog className="dialog">
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
