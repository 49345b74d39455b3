import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  Text,
  TextField as AriaTextField,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components';
import { strings } from '../strings.ts';
import { CloseIcon } from './icons.tsx';

interface ButtonProps extends AriaButtonProps {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
}

export function Button({ look = 'plain', className, ...props }: ButtonProps) {
  const extra = typeof className === 'string' ? ` ${className}` : '';
  return <AriaButton {...props} className={`button ${look}${extra}`} />;
}

interface IconButtonProps extends Omit<AriaButtonProps, 'children'> {
  readonly label: string;
  /** Shown beside the label in the tooltip. */
  readonly keyHint?: string | null;
  readonly children: ReactNode;
}

/** A button that is only a picture; its words are in a tooltip and for screen readers. */
export function IconButton({ label, keyHint = null, children, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...props} className="button quiet icon-only" aria-label={label}>
        {children}
      </AriaButton>
      <Tooltip className="tooltip" offset={4}>
        {label}
        {keyHint === null ? null : <kbd>{keyHint}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}

interface DialogProps {
  readonly title: string;
  readonly size?: 'small' | 'medium' | 'large' | 'full';
  readonly isDismissable?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

export function Dialog({ title, size = 'medium', isDismissable = true, onClose, children, footer }: DialogProps) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={isDismissable} onOpenChange={(open) => !open && onClose()}>
      <Modal className={`modal ${size}`}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <IconButton label={strings.close} keyHint="Esc" onPress={onClose}>
              <CloseIcon />
            </IconButton>
          </header>
          <div className="dialog-body">{children}</div>
          {footer === undefined ? null : <footer className="dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly help?: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date' | 'number';
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly onEnter?: () => void;
}

export function TextField({
  label,
  value,
  onChange,
  onBlur,
  help,
  placeholder,
  type = 'text',
  autoFocus = false,
  className = '',
  onEnter,
}: TextFieldProps) {
  return (
    <AriaTextField
      className={`field ${className}`}
      value={value}
      onChange={onChange}
      {...(onBlur ? { onBlur } : {})}
      // A dialog that asks for one thing begins with it.
      autoFocus={autoFocus}
    >
      <Label>{label}</Label>
      <Input
        type={type}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(type === 'number' ? { min: 1, step: 1, inputMode: 'numeric' as const } : {})}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && onEnter) {
            event.preventDefault();
            onEnter();
          }
        }}
      />
      {help === undefined ? null : (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
    </AriaTextField>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}

/** What a pane shows when there is nothing in it: what it is for, and the next step. */
export function Empty({ title, hint, children }: EmptyProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p>{hint}</p>
      {children}
    </div>
  );
}
