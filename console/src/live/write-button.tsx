/**
 * A button that changes something on the server: while the line is down it cannot be pressed, and says why. A form whose
 * only such button is this one is not sent by Enter either.
 */
import { Button, type ButtonProps } from 'antd';
import { OFFLINE_BANNER, useOfflineReason } from './offline.tsx';

export function WriteButton({ disabled = false, ...props }: ButtonProps) {
  const offline = useOfflineReason();
  const described = [props['aria-describedby'], OFFLINE_BANNER].filter(Boolean).join(' ');
  return (
    <Button
      {...props}
      disabled={disabled || offline !== null}
      {...(offline !== null && { title: offline, 'aria-describedby': described })}
    />
  );
}
