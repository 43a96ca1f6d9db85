import './styles.css';
import './book.css';
import './model/model.css';
import './model/page.ts';
