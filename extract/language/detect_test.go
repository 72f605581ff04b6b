package language

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for _, tt := range []struct{ want, text string }{
		{"en", "The council said on Monday that it would not be able to pay for the repair of the bridge."},
		{"en", "Al-Haddad was taken to Manila in chains, a guard said."},
		{"en", "President Luiz Inácio Lula da Silva met the mayor of São José dos Campos and the head of the union."},
		{"de", "Die Stadt hat den Bau der Brücke gestoppt, wie eine Sprecherin am Montag sagte. Das Geld ist nicht da."},
		{"fr", "La mairie a suspendu les travaux du pont, a déclaré une porte-parole, qui ne sait pas quand ils vont reprendre."},
		{"es", "El ayuntamiento suspendió las obras del puente porque no hay dinero, según dijo una portavoz."},
		{"pt", "A prefeitura suspendeu as obras da ponte porque não há dinheiro, segundo uma porta-voz, e não sabe quando serão retomadas."},
		{"it", "Il comune ha sospeso i lavori del ponte perché non ci sono soldi, ha detto una portavoce della città."},
		{"nl", "De gemeente heeft de bouw van de brug stilgelegd omdat er geen geld is, zei een woordvoerster op maandag."},
		{"da", "Kommunen har stoppet arbejdet på broen, fordi der ikke er flere penge, siger en talskvinde."},
		{"no", "Kommunen har stanset arbeidet på broen fordi det ikke er flere penger, sier en talskvinne. Dette vil vare til neste år."},
		{"sv", "Kommunen har stoppat arbetet på bron eftersom det inte finns några pengar, säger en talesperson och tillägger att man är ledsen."},
		{"pl", "Miasto wstrzymało budowę mostu, ponieważ nie ma pieniędzy, jak powiedziała rzeczniczka, która nie wie, co się stanie."},
		{"tr", "Belediye, para olmadığı için köprünün yapımını durdurdu ve bir sözcü bu konuda daha sonra bilgi verileceğini söyledi."},
		{"ru", "Город остановил строительство моста, потому что денег больше нет, как сообщили в мэрии, и это не всё."},
		{"uk", "Місто зупинило будівництво мосту, бо грошей немає, але це не всі новини, що є на сьогодні."},
		{"ar", "أوقفت البلدية بناء الجسر لأن المال غير متوفر، بحسب متحدثة"},
		{"fa", "شهرداری ساخت پل را متوقف کرد، یک سخنگو گفت که پول نیست"},
		{"zh", "市政府因资金不足停止了大桥的建设"},
		{"ja", "市は資金不足のため橋の建設を中止した"},
		{"ko", "시는 자금이 없어 다리 건설을 중단했다"},
		{"el", "Ο δήμος σταμάτησε την κατασκευή της γέφυρας"},
		{"he", "העירייה הפסיקה את בניית הגשר"},
		{"", "Shr loss $0.22, Revs 130 1,279"},
		{"", ""},
	} {
		if got := Detect(tt.text); got != tt.want {
			t.Errorf("Detect(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

// A long text is judged by its beginning, whatever byte the window ends at.
func TestDetectWindow(t *testing.T) {
	for n := range 8 {
		text := strings.Repeat("x", n) + strings.Repeat(" é ", window) + "the"
		if got := Detect("The mayor said that it was not for him to say. " + text); got != "en" {
			t.Errorf("offset %d: got %q", n, got)
		}
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("The end.")
	f.Add("\xff\xfe مدريد")
	f.Fuzz(func(_ *testing.T, s string) { Detect(s) })
}
