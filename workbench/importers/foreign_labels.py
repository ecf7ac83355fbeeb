"""Labels of page templates in the languages of the desk's papers but English: a line that is one of these and nothing else.

Ordinary words of buttons and boxes, each the usual one of its language. What a reporter might write as a line of its own is left out.
"""

from __future__ import annotations

import re

_OTHER_ARTICLES = (
    # German, French, Spanish, Portuguese, Italian, Polish
    "auch interessant|das könnte sie interessieren|das könnte dich auch interessieren|lesen sie auch|lesen sie mehr zum thema"
    "|mehr zum thema"
    "|mehr aus dem ressort|mehr nachrichten|weitere meldungen|weitere themen|weitere nachrichten|meistgelesene artikel"
    "|am häufigsten gelesen"
    "|verwandte artikel|verwandte themen|ähnliche artikel|zum thema|themen|kommentare|kommentar schreiben|schlagwörter|schlagworte"
    "|à voir aussi|à découvrir|à lire également|lire également|articles similaires|dans la même rubrique|sur le même thème|les plus lus"
    "|les plus consultés|vous aimerez aussi|à ne pas manquer|commentaires|commenter|réagir|mots-clés"
    "|lee también|lea además|lee además|te recomendamos|le puede interesar|también te puede interesar|lo más leído|lo más visto"
    "|más noticias"
    "|más información|noticias destacadas|artículos recomendados|comentarios|temas relacionados|etiquetas|relacionadas"
    "|leia também|ler também|ler mais|veja também|veja mais|mais lidas|mais notícias|últimas notícias|artigos relacionados|relacionados"
    "|recomendados|comentários|comentar|tópicos"
    "|leggi anche|potrebbe interessarti|potrebbe interessarti anche|articoli correlati|ti potrebbe interessare|altre notizie"
    "|ultime notizie"
    "|i più visti|commenti|commenta|argomenti|approfondimenti"
    "|czytaj także|czytaj też|czytaj również|czytaj więcej|zobacz także|zobacz też|zobacz również|przeczytaj także|powiązane artykuły"
    "|powiązane tematy|najczęściej czytane|polecane|polecamy|komentarze|skomentuj|dodaj komentarz|tagi|więcej na ten temat"
    # Ukrainian, Russian
    "|читайте також|дивіться також|схожі новини|новини за темою|матеріали за темою|популярне|популярні новини|останні новини|коментарі"
    "|залишити коментар|додати коментар|теги|більше новин|рекомендуємо"
    "|смотрите также|смотри также|похожие материалы|новости по теме|популярное|популярные новости|последние новости|комментарии"
    "|оставить комментарий|добавить комментарий|обсудить|больше новостей|рекомендуем|рекомендуем прочитать|ещё по теме|еще по теме"
    # Turkish, Arabic, Persian, Hebrew
    "|ilgili haberler|ilgili haber|benzer haberler|ilginizi çekebilir|bunlar da ilginizi çekebilir|çok okunanlar"
    "|en çok okunanlar|son haberler"
    "|diğer haberler|öne çıkanlar|önerilen haberler|yorumlar|yorum yap|yorum yaz|etiketler"
    "|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|إقرأ أيضاً|اقرأ أيضا|شاهد أيضا|شاهد أيضاً|أخبار ذات صلة|الأكثر قراءة|الأكثر مشاهدة|قد يعجبك أيضا"
    "|قد يهمك أيضا|آخر الأخبار|المزيد من الأخبار|مواضيع متعلقة|التعليقات|تعليقات|أضف تعليقا|أضف تعليق|اترك تعليقا|الوسوم|كلمات مفتاحية"
    "|اخبار مرتبط|خبرهای مرتبط|مطالب مرتبط|مطالب پیشنهادی|بیشتر بخوانید|همچنین بخوانید|پربازدیدها|پربازدیدترین|پربیننده‌ترین‌ها"
    "|آخرین اخبار"
    "|نظرات|نظر شما|ارسال نظر|نظر بدهید|برچسب‌ها|برچسبها"
    "|קראו גם|קרא גם|קראו עוד|כתבות נוספות|כתבות קשורות|כתבות מומלצות|אולי יעניין אותך|עוד בנושא|הנקראות ביותר|תגובות"
    "|הוסף תגובה|הוספת תגובה|תגיות"
    # Korean, Japanese, Chinese
    "|댓글|댓글쓰기|댓글 쓰기|댓글보기|댓글 보기|관련뉴스|관련 뉴스|인기기사|인기 기사|인기뉴스|많이 본 기사|가장 많이 본 뉴스"
    "|추천기사|추천 기사|주요기사"
    "|주요 기사|주요뉴스|최신기사|최신 기사|함께 볼만한 기사|연관기사|관련태그|태그"
    "|関連ニュース|関連リンク|関連する記事|あわせて読みたい|合わせて読みたい|こちらもおすすめ|おすすめ記事|おすすめの記事"
    "|人気記事|アクセスランキング|コメント|コメントする"
    "|コメントを書く|最新ニュース|最新記事|注目記事"
    "|相关报道|相關報導|相关文章|相關文章|延伸阅读|推荐阅读|推薦閱讀|热门推荐|热门文章|热门新闻|熱門新聞|最新新闻|猜你喜欢"
    "|你可能还喜欢|为您推荐"
    "|评论|評論|网友评论|发表评论|發表評論|我要评论|标签|標籤|更多新闻|更多新聞"
)
_BUTTONS = (
    "teilen|artikel teilen|drucken|merken|vorlesen|artikel anhören|artikel drucken|per e-mail teilen|link kopieren|kopieren|speichern"
    "|zur startseite|nach oben|mehr anzeigen|mehr lesen|anmelden|abmelden|registrieren|abonnieren|jetzt abonnieren|startseite|suche|menü"
    "|schriftgröße|inhaltsverzeichnis|bild vergrößern|cookie-einstellungen|alle akzeptieren|ablehnen"
    "|partager|partager l'article|imprimer|envoyer par e-mail|envoyer|copier le lien|enregistrer|écouter l'article|s'abonner|je m'abonne"
    "|se connecter|connexion|s'inscrire|haut de page|retour en haut|accueil|rechercher|taille du texte|lire plus|voir plus|tout accepter"
    "|continuer sans accepter|offrir cet article|offrir l'article"
    "|compartir|comparte|compartir en|comparte esta noticia|imprimir|guardar|copiar enlace|enviar por correo|escuchar"
    "|suscríbete|suscribirse"
    "|iniciar sesión|registrarse|inicio|buscar|ver más|mostrar más|tamaño de letra|aceptar todo|rechazar|síguenos|escuchar artículo"
    "|partilhar|compartilhar|partilhe|compartilhe|compartilhe esta notícia|guardar artigo|salvar|copiar link|copiar ligação|ouvir|assinar"
    "|assine|entrar|iniciar sessão|pesquisar|mostrar mais|tamanho da letra|aceitar tudo|siga-nos|enviar por e-mail"
    "|condividi|condividi l'articolo|stampa|salva|copia link|invia per email|ascolta|ascolta l'articolo|abbonati|accedi|registrati|cerca"
    "|mostra altro|dimensione testo|accetta tutto|rifiuta|seguici|riduci|ingrandisci"
    "|udostępnij|podziel się|podziel się na facebooku|drukuj|wydrukuj|kopiuj link|zapisz|posłuchaj|subskrybuj|zaloguj"
    "|zaloguj się|zarejestruj się"
    "|strona główna|szukaj|pokaż więcej|rozmiar tekstu|akceptuj|akceptuję|odrzuć|obserwuj nas|do góry"
    "|поділитися|поділитись|поширити|роздрукувати|друкувати|зберегти|копіювати посилання|підписатися|підписатись|увійти|пошук"
    "|головна|показати більше"
    "|слухати|розмір шрифту|наверх|надіслати|читати далі"
    "|поделиться|поделиться новостью|поделиться ссылкой|распечатать|печать|сохранить|скопировать ссылку|копировать ссылку"
    "|подписаться|войти|поиск"
    "|главная|показать ещё|показать еще|слушать|размер шрифта|отправить|в избранное"
    "|paylaş|haberi paylaş|yazdır|kaydet|bağlantıyı kopyala|linki kopyala|abone ol|giriş yap|kayıt ol|ana sayfa|anasayfa|ara|devamını oku"
    "|daha fazla göster|yazı boyutu|dinle|haberi dinle|takip et|bizi takip edin|kabul et|reddet|reklam"
    "|شارك|مشاركة|شارك الخبر|شارك المقال|شارك هذا المقال|طباعة|اطبع|حفظ|نسخ الرابط|انسخ الرابط|استمع|استمع إلى المقال|اشترك"
    "|اشترك الآن|تسجيل الدخول"
    "|الرئيسية|الصفحة الرئيسية|بحث|عرض المزيد|حجم الخط|تابعنا|قبول|رفض|إعلانات|أرسل إلى صديق"
    "|اشتراک‌گذاری|اشتراک گذاری|به اشتراک بگذارید|به اشتراک گذاری|چاپ|ذخیره|کپی لینک|لینک کوتاه|کپی پیوند|اشتراک|عضویت|ورود"
    "|صفحه اصلی|خانه|جستجو"
    "|نمایش بیشتر|ادامه مطلب|اندازه قلم|تبلیغات|آگهی|ارسال به دوستان"
    "|שתף|שתפו|שיתוף|שתפו את הכתבה|הדפסה|הדפס|הדפיסו|שמירה|שמור|העתק קישור|העתקת קישור|האזנה|האזינו לכתבה|הרשמה|הירשמו|התחברות"
    "|התחברו|דף הבית|חיפוש"
    "|הצג עוד|גודל טקסט|עקבו אחרינו|שלח לחבר|מודעה"
    "|공유|공유하기|기사 공유|기사공유|기사 공유하기|sns 공유|인쇄|인쇄하기|프린트|스크랩|스크랩하기|글자크기|글자 크기"
    "|글자크기설정|글자크기 설정|글자 크기 설정|글자크기 변경"
    "|글씨크기 조절|당신의 제보가 뉴스가 됩니다|여러분의 제보가 뉴스가 됩니다|제보가 뉴스가 됩니다|제보하기|url 복사|url복사"
    "|링크복사|링크 복사|주소복사|기사저장|저장|이메일|이메일 보내기|구독|구독하기"
    "|로그인|회원가입|검색|홈|메뉴|더보기|기사듣기"
    "|기사 듣기|음성으로 듣기|본문듣기|본문 듣기|좋아요|맨위로|맨 위로|닫기|카카오톡|페이스북|트위터|네이버|기사원문|번역"
    "|シェア|シェアする|共有|共有する|ツイート|ツイートする|ポスト|印刷|印刷する|保存|保存する|リンクをコピー|urlをコピー"
    "|文字サイズ|文字の大きさ|購読|購読する|ログイン"
    "|会員登録|新規登録|検索|ホーム|メニュー|もっと見る|続きを読む|全文を読む|いいね|ブックマーク|クリップ|トップへ戻る"
    "|ページトップへ|閉じる|記事を印刷|記事を保存|スクラップ"
    "|分享|分享到|分享至|分享文章|转发|轉發|打印|列印|打印本页|收藏|保存|复制链接|複製連結|字体大小|字號|字号|大字体|小字体"
    "|点赞|點讚|登录|登入|注册|註冊|首页|首頁|搜索"
    "|查看更多|展开全文|阅读全文|閱讀全文|返回顶部|返回首页|关闭|关闭窗口|扫一扫|微信|微博|朋友圈|qq空间|分享到微信|扫码分享"
    "|纠错|我要纠错|举报"
)


def _folded(words: str) -> frozenset[str]:
    return frozenset(words.casefold().split("|"))


FOREIGN_LISTINGS = _folded(_OTHER_ARTICLES)
"""Labels over links to other articles, or over what readers wrote."""
FOREIGN_LABELS = _folded(_BUTTONS)
"""Buttons and other labels."""

FOREIGN_POINTER = re.compile(
    r"^\W*(?:auch interessant|mehr zum thema|lesen sie (?:auch|hier|mehr)|lesetipp|(?:à )?lire (?:aussi|également)|à voir aussi"
    r"|voir aussi"
    r"|le[ea] también|lee? además|ver también|te puede interesar|le(?:ia|r) (?:também|mais)|veja também|leggi (?:anche|pure)|vedi anche"
    r"|(?:prze)?czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|(?:читайте|дивіться) (?:також|ще)"
    r"|(?:читайте|смотрите) (?:также|ещё|еще)|по теме|за темою|ilgili haber(?:ler)?|bunu da oku(?:yun)?|ayrıca okuyun"
    r"|[اإ]قر[أا] (?:أيضا|أيضاً|أيضًا|ايضا|المزيد)|شاهد (?:أيضا|أيضاً)|اخبار مرتبط|خبر مرتبط|مطالب مرتبط|بیشتر بخوانید"
    r"|همچنین بخوانید|ببینید"
    r"|קר(?:א|או|אי) (?:גם|עוד)|עוד בנושא|관련\s?(?:기사|뉴스)|함께 (?:읽기|볼 기사)|関連(?:記事|ニュース)?|あわせて読みたい"
    r"|合わせて読みたい"
    r"|(?:相关|延伸|推荐)(?:阅读|报道|新闻|文章)|(?:相關|延伸|推薦)(?:閱讀|報導|新聞|文章))\s*[:：|»>–—-]\s*\S",
    re.IGNORECASE,
)
"""A line that points to another article."""
