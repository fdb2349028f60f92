import { DivIcon } from 'leaflet/src/layer/marker/DivIcon.js'

/** A mark that is a real button: reached by Tab, pressed by Enter and Space, named by its label. */
export class ButtonIcon extends DivIcon {
  override createIcon(): HTMLElement {
    const button = document.createElement('button')
    button.type = 'button'
    this._setIconStyles(button, 'icon')
    return button
  }
}
