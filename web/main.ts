import './styles.css';
import './elements/app.ts';
