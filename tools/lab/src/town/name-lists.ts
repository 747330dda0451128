/**
 * Common given names and surnames of several languages, to compose made-up people from. Whoever bears a name that comes
 * out is not meant. `weight`: households of a hundred.
 */
export interface NameList {
  readonly weight: number
  readonly given: readonly string[]
  readonly surnames: readonly string[]
}

const list = (weight: number, given: string, surnames: string): NameList => ({
  weight,
  given: given.trim().split(/\s+/),
  surnames: surnames.trim().split(/\s+/),
})

export const NAME_LISTS: readonly NameList[] = [
  // English
  list(
    24,
    `Alice Amelia Beth Charlotte Daisy Edith Ella Emily Florence Grace Hannah Harriet Isla Ivy Jessica Kate Lily Lucy
    Martha Molly Nora Olivia Phoebe Rose Ruth Sophie Alfie Arthur Ben Callum Daniel Dylan Edward Finn George Harry
    Henry Jack Jacob James Joseph Leo Luke Nathan Oliver Owen Robert Samuel Theo Thomas Toby William`,
    `Abbott Archer Ashdown Barker Barlow Baxter Bennett Birch Bradley Brook Carter Chapman Clarke Cooper Dawson Dixon
    Ellis Fairweather Fisher Fletcher Foster Garner Gibson Hale Harding Hawthorne Holloway Hughes Ingram Kendall Lowe
    Marsh Mason Mercer Nash Newell Osborne Palmer Pickering Porter Quill Reeve Rowe Sawyer Sharp Shepherd Thorne Turner
    Underwood Walker Webb Whitaker Winter Wren Yates`,
  ),
  // Spanish and Portuguese
  list(
    12,
    `Alba Ana Beatriz Carmen Clara Elena Inês Irene Joana Leonor Lucía Luz Mariana Marta Noa Núria Paula Pilar Rocío
    Sofía Teresa Ximena Álvaro Andrés Bruno Diego Duarte Emilio Gonçalo Hugo Ignacio Íñigo Javier João Joaquín Jorge
    Luís Mateo Miguel Nuno Óscar Pablo Rafael Raúl Santiago Tomás`,
    `Acosta Aguilar Almeida Álvarez Araújo Barbosa Benítez Cabral Calvo Campos Cardoso Castro Conceição Cortés Cruz Díaz
    Domínguez Esteves Fernández Figueiredo Fuentes García Gómez Guzmán Herrera Ibáñez Jiménez Lopes Magalhães Márquez
    Medina Méndez Molina Moreira Muñoz Navarro Núñez Ortega Paredes Peña Pinto Quintero Ramos Reyes Ribeiro Rojas Salazar
    Sepúlveda Silva Suárez Teixeira Vargas Vásquez`,
  ),
  // German
  list(
    10,
    `Anja Anneliese Birgit Clara Dörte Elke Emma Frieda Greta Hanna Heike Ida Johanna Jule Käthe Lena Lotte Marlene Mia
    Nele Paula Rike Sabine Tilda Uta Wiebke Anton Bernd Björn Emil Felix Fritz Günther Hannes Henrik Jakob Jonas Jörg
    Jürgen Karl Lars Lukas Matthias Moritz Oskar Paul Rüdiger Sören Till Uwe`,
    `Albrecht Bauer Becker Böhm Brandt Busch Dietrich Engel Fischer Frank Friedrich Fuchs Graf Groß Günther Haas Hahn
    Hartmann Herrmann Hofmann Jäger Jung Kaiser Keller Köhler König Krämer Krause Krüger Kühn Lang Lehmann Lorenz Maier
    Möller Neumann Otto Pfeiffer Richter Roth Sauer Schäfer Schreiber Schröder Schulz Seidel Simon Sommer Vogel Voß
    Weiß Winkler Ziegler`,
  ),
  // French
  list(
    8,
    `Adèle Agathe Alice Amélie Anaïs Camille Chloé Éléonore Élise Eugénie Fanny Hélène Inès Jeanne Joséphine Julie Léa
    Louise Lucie Manon Margaux Noémie Océane Solène Zoé Adrien Antoine Aurélien Baptiste Benoît Clément Damien Émile
    Étienne Fabien François Gaël Guillaume Hugo Jérôme Jules Léon Loïc Lucas Mathieu Noël Raphaël Rémi Théo Valentin`,
    `André Aubert Barbier Bélanger Blanc Bonnet Bouchard Boyer Brunet Carpentier Chevalier Clément Colin Côté David
    Deschamps Dubois Dufour Dupuis Durand Fabre Faure Fontaine Fournier Gagné Garnier Gauthier Girard Guérin Henry
    Hubert Lacroix Lambert Lefèvre Lemaître Leroux Marchand Mercier Moreau Noël Olivier Perrin Poirier Renard Rivière
    Roussel Simon Tremblay Vasseur Vidal`,
  ),
  // Polish and Czech
  list(
    10,
    `Agata Agnieszka Alena Aneta Bożena Dorota Elżbieta Eva Gabriela Hana Iwona Jana Joanna Kasia Lenka Magda Małgorzata
    Markéta Milena Natália Olga Radka Šárka Tereza Urszula Wanda Žaneta Adam Andrzej Bartosz Błażej Dušan Filip Grzegorz
    Jakub Jan Jiří Kamil Karel Krzysztof Łukasz Marek Michał Ondřej Paweł Petr Rafał Řehoř Stanisław Tomáš Václav
    Zbyszek`,
    `Adamczyk Baran Beneš Bielak Bílek Černý Dąbek Doležal Dudek Fiala Głowacz Góra Hájek Horák Jabłoń Jelínek Kalina
    Kowalczyk Kozák Kučera Kwiatek Łapa Lis Machala Malý Marek Mazur Musil Novák Nowak Pawlak Pokorný Rybár Růžička
    Sikora Sowa Stępień Šimek Świątek Szewczyk Urban Veselý Vlček Wilk Wójcik Wróbel Zając Zeman Ziółko`,
  ),
  // Scandinavian
  list(
    8,
    `Agnes Alma Åsa Astrid Birgitta Dagny Ebba Elin Freja Gunilla Hedda Hjørdis Ingrid Karin Kirsten Liv Maja Märta Nanna
    Ragnhild Sigrid Siri Solveig Thea Tove Ylva Anders Arne Åke Bjarne Bo Einar Erik Frode Gustav Håkon Henrik Ivar Jens
    Jørgen Kåre Kjell Knut Leif Magnus Mikkel Nils Øystein Olav Rune Søren Sven Torbjørn Viggo`,
    `Aas Åberg Ahlgren Bakke Berg Björk Blom Bruun Dahl Eide Ekström Engström Falk Fors Friis Hagen Hallberg Hansen Haugen
    Hedlund Holm Høst Iversen Juul Kjær Krogh Kvist Lie Lind Lindqvist Lund Møller Myhre Nord Nygård Öberg Østby Quist
    Rask Ravn Sandberg Skog Sørensen Strand Sund Thorsen Vik Vinter Wahl`,
  ),
  // Turkish
  list(
    6,
    `Aslı Ayşe Aylin Burcu Canan Çiğdem Defne Ebru Elif Esra Fatma Gül Hülya İpek Leyla Melek Nur Özlem Pınar Selin Şebnem
    Yasemin Zeynep Ahmet Ali Barış Burak Can Çağlar Deniz Emre Ercan Fatih Gökhan Hakan İbrahim Kaan Kerem Mehmet Murat
    Oğuz Onur Ömer Selim Serkan Şahin Tolga Umut Volkan Yiğit`,
    `Acar Akın Aksoy Aktaş Arslan Aydın Bayrak Bilgin Bozkurt Bulut Can Çelik Çetin Coşkun Demir Doğan Duman Erdem Erdoğmuş
    Güler Güneş Işık Kaplan Kara Karaca Kaya Keskin Kılıç Koç Korkmaz Kurt Özcan Özdemir Özkan Öztürk Polat Sarı Şahin
    Şimşek Tekin Toprak Tunç Türk Ünal Uçar Yalçın Yavuz Yıldız Yılmaz Yüksel`,
  ),
  // Indian
  list(
    8,
    `Aarti Aisha Anjali Asha Bhavna Deepa Divya Gauri Indira Isha Jaya Kavita Lakshmi Leela Maya Meera Nandini Nisha Padma
    Pooja Priya Radha Rani Sarita Shanti Sunita Uma Vidya Aditya Ajay Amit Anand Arjun Arun Ashok Dev Gopal Hari Karan
    Kiran Manoj Mohan Nikhil Prakash Rahul Rajesh Ravi Rohan Sanjay Suresh Tarun Varun Vijay Vikram`,
    `Acharya Agarwal Ahuja Bajaj Banerjee Bhatt Bose Chandra Chatterjee Chopra Das Deshpande Dutta Gandhi Ghosh Goel Gupta
    Iyer Jain Joshi Kapoor Kaul Khanna Kulkarni Kumar Malhotra Mehta Menon Mishra Mukherjee Naidu Nair Narayan Nayak
    Pandey Patel Pillai Prasad Rao Reddy Saxena Sen Shah Sharma Shetty Sinha Srinivasan Tiwari Varma Verma`,
  ),
  // Arabic
  list(
    7,
    `Aaliyah Amal Amina Asma Aya Dalia Dina Fadwa Farah Fatima Hala Hanan Huda Iman Jamila Khadija Lamia Layla Lina Mariam
    Mona Nadia Noor Rana Rania Salma Samira Yara Zahra Zainab Adel Ahmad Amir Bilal Faisal Farid Habib Hamza Hassan
    Ibrahim Idris Jamal Karim Khaled Mahmoud Malik Mustafa Nabil Omar Rashid Sami Tariq Walid Yusuf Ziad`,
    `Abbas Abdallah Amari Aziz Bakir Barakat Bishara Darwish Daoud Fadel Farah Fares Ghanem Haddad Hakim Hamdan Hariri
    Hijazi Issa Jaber Kanaan Karam Kassab Khalil Khoury Maalouf Mansour Masri Mikhail Moussa Nader Najjar Nasser Othman
    Qasim Rahal Rahman Saad Sabbagh Saleh Salloum Shadid Sharif Tahan Tannous Wahab Younes Zaki Zaytoun`,
  ),
  // Chinese and Vietnamese
  list(
    7,
    `An Bích Bo Chi Fang Hân Hồng Hui Jia Jing Lan Lâm Li Lien Linh Mai Mei Min Ngọc Nhung Ping Qing Quỳnh Shu Thảo Thủy
    Trang Ting Xia Xuân Yan Ying Yue Anh Bảo Chen Cường Đạt Dũng Feng Gang Hào Hiếu Hùng Jian Jun Khánh Kai Lei Long
    Minh Nam Peng Phúc Quân Tao Thành Tuấn Wei Yong Zhen`,
    `Bai Bùi Cai Cao Chen Cui Đặng Ding Đỗ Du Fan Feng Gao Guo Hồ Hoàng Hu Huang Huỳnh Jia Jiang Jin Kong Lai Lê Li Liang
    Lin Liu Lương Lý Ma Meng Ngô Nguyễn Phạm Phan Qian Qin Shen Song Sun Tạ Tan Tăng Trần Triệu Võ Vũ Wang Wu Xiao Xu
    Yang Yuan Zhang Zhao Zhou`,
  ),
]
