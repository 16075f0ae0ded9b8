import base from './styles/base.css';
import dialog from './styles/dialog.css';
import dock from './styles/dock.css';
import recap from './styles/recap.css';
import room from './styles/room.css';
import surroundings from './styles/surroundings.css';

/** In the order they have to stand in. Sizes that decide how many windows fit are in layout.js too. */
export const styles = [base, dock, recap, room, dialog, surroundings];
