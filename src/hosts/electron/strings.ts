/** Every word that the Electron host itself shows. The window's words are the UI's; names of menu entries are `ACTIONS`. */
export const STRINGS = {
  name: 'Lectern',
  about: 'About Lectern',
  copyright: 'The Lectern developers',
  quit: 'Quit Lectern',
  exit: 'Exit',
  menus: { file: 'File', edit: 'Edit', insert: 'Insert', view: 'View', help: 'Help' },
  external: {
    question: 'Open this address in your browser? It leaves Lectern, which works without a network.',
    buttons: ['Open', 'Cancel'],
  },
  unsaved: {
    message: 'Some changes are not saved in the briefing’s file.',
    detail: 'They are kept as a draft, and Lectern offers them again when you open the briefing.',
    buttons: ['Close', 'Stay'],
  },
  crashed: {
    message: 'The window stopped working.',
    detail: 'Your work is kept. Load the window anew, or quit and start Lectern again.',
    buttons: ['Load anew', 'Quit'],
  },
  choose: {
    workspace: { title: 'Open workspace', button: 'Open' },
    'new-workspace': { title: 'Folder for the new workspace', button: 'Use this folder' },
    briefing: { title: 'Open briefing', button: 'Open' },
    template: { title: 'Install template', button: 'Install' },
    deck: { title: 'Edited deck', button: 'Merge' },
    folder: { title: 'Export into', button: 'Use this folder' },
  },
  filters: { briefing: 'Briefings', template: 'Templates', deck: 'PowerPoint decks', all: 'All files' },
} as const;
