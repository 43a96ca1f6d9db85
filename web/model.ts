import './styles.css';
import './model/model.css';
import './model/page.ts';
