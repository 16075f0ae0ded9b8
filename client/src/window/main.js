import { Session } from './session.js';
import { View } from './view.js';

// the launcher (widget.js) loads this script; a page where it is not has no use for it
document.querySelector('onlinechat-widget')?.launcher?.furnish((launcher) => {
    let view = null;
    const session = new Session(launcher, () => view?.update());

    view = new View(launcher, session);
    session.onsettings = (version) => launcher.availability.settingsAre(version);
    session.onrefused = () => launcher.availability.poller.now();
    session.onforget = () => view.forget();

    return view;
});
