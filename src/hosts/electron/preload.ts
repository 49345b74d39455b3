/**
 * Runs in the sandbox beside the page. Threat: a page that was taken over asks for more than the app does. So the page gets
 * three named functions; no channel name, no `ipcRenderer` and no event object of Electron's crosses the bridge.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../../api/bridge.ts';
import type { AppEvent, Envelope } from '../../api/contract.ts';
import { CHANNELS } from './channels.ts';

const bridge: Bridge = {
  call: (command, payload) => ipcRenderer.invoke(CHANNELS.call, command, payload) as Promise<Envelope>,
  on: (listener) => {
    const heard = (_: unknown, event: AppEvent): void => listener(event);
    ipcRenderer.on(CHANNELS.event, heard);
    return () => void ipcRenderer.off(CHANNELS.event, heard);
  },
  pathForFile: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('lectern', bridge);
