namespace WeddingStudio.Drawn.Places.Things;

/// <summary>A photo without people; the drawing fills the canvas.</summary>
internal sealed record Detail(string Name, Painter Draw);

/// <summary>The small things that were photographed, in the order of the day.</summary>
internal static class Details
{
    public static readonly Detail Dress = new("Dress", Checked.Of(Keepsakes.DressOnHanger, 1, 2, 3, 4, 5, 6, 7, 8));
    public static readonly Detail Shoes = new("Shoes", Checked.Of(Things.Shoes.Draw, 2, 3, 4, 5, 6, 7, 8, 9));
    public static readonly Detail Invitation = new("Invitation", Checked.Of(Keepsakes.Invitation, 1, 2, 3, 4, 5, 7, 8, 9));
    public static readonly Detail Bouquet = new("Bouquet", Checked.Of(Keepsakes.Bouquet, 1, 2, 3, 4, 5, 6, 7, 8));
    public static readonly Detail Rings = new("Rings", Checked.Of(Keepsakes.Rings, 1, 2, 3, 4, 5, 6, 7, 8));
    public static readonly Detail Car = new("Car", Checked.Of(WeddingCar.Draw, 1, 2, 3, 4, 6, 7, 8, 11));
    public static readonly Detail ChampagneTower = new("ChampagneTower", Checked.Of(Feast.ChampagneTower, 1, 2, 3, 4, 5, 6, 7, 8));
    public static readonly Detail TableFlowers = new("TableFlowers", Checked.Of(Feast.TableFlowers, 1, 2, 3, 4, 5, 6, 7, 8));
    public static readonly Detail PlaceSetting = new("PlaceSetting", Checked.Of(Feast.PlaceSetting, 2, 4, 6, 7, 9, 10, 11, 13));
    public static readonly Detail Cake = new("Cake", Checked.Of(Feast.Cake, 1, 4, 5, 7, 8, 9, 10, 12));

    public static readonly IReadOnlyList<Detail> All =
        [Dress, Shoes, Invitation, Bouquet, Rings, Car, ChampagneTower, TableFlowers, PlaceSetting, Cake];
}
