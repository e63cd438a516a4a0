namespace WeddingStudio.Engine.Drawn.Places;

/// <summary>A photo without people; the drawing fills the canvas.</summary>
internal sealed record Detail(string Name, Painter Draw);

/// <summary>The small things that were photographed, in the order of the day.</summary>
internal static class Details
{
    public static readonly Detail Dress = new("Dress", Keepsakes.DressOnHanger);
    public static readonly Detail Shoes = new("Shoes", Drawn.Places.Shoes.Draw);
    public static readonly Detail Invitation = new("Invitation", Keepsakes.Invitation);
    public static readonly Detail Bouquet = new("Bouquet", Keepsakes.Bouquet);
    public static readonly Detail Rings = new("Rings", Keepsakes.Rings);
    public static readonly Detail Car = new("Car", WeddingCar.Draw);
    public static readonly Detail ChampagneTower = new("ChampagneTower", Feast.ChampagneTower);
    public static readonly Detail TableFlowers = new("TableFlowers", Feast.TableFlowers);
    public static readonly Detail PlaceSetting = new("PlaceSetting", Feast.PlaceSetting);
    public static readonly Detail Cake = new("Cake", Feast.Cake);

    public static readonly IReadOnlyList<Detail> All =
        [Dress, Shoes, Invitation, Bouquet, Rings, Car, ChampagneTower, TableFlowers, PlaceSetting, Cake];
}
