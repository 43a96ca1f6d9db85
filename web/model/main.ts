import '../styles.css';
import './model.css';
import './page.ts';
