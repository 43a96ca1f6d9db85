import './styles.css';
import './book.css';
import './proof/proof.css';
import './proof/page.ts';
